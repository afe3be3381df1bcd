"""The exact forms of section 1 and 2 of FORMAT.md: texts, numbers, times, canonical JSON."""

import base64
import binascii
import hashlib
import json
import re

LARGEST_INTEGER = 2**53 - 1


class Fault(Exception):
    """Ends the first pass: a code, and where it showed."""

    def __init__(self, code, step=None, part=None, message=None):
        super().__init__(code)
        self.code, self.step, self.part, self.message = code, step, part, message


class FormError(Exception):
    """Something is not in its one form. Whoever reads it knows which code that is."""


def demand(holds, code, step=None, part=None, message=None):
    if not holds:
        raise Fault(code, step, part, message)


def sha256(data):
    return hashlib.sha256(data).digest()


def from_base64(text):
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as problem:
        raise FormError("base64") from problem
    if to_base64(raw) != text:
        raise FormError("base64")
    return raw


def to_base64(raw):
    return base64.b64encode(raw).decode("ascii")


def from_base64url(text):
    if re.fullmatch(r"[A-Za-z0-9_-]*", text) is None:
        raise FormError("base64url")
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as problem:
        raise FormError("base64url") from problem
    if to_base64url(raw) != text:
        raise FormError("base64url")
    return raw


def to_base64url(raw):
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def digest_of(data):
    return to_base64url(sha256(data))


def to_text(raw):
    try:
        return raw.decode("utf-8", "strict")
    except UnicodeDecodeError as problem:
        raise FormError("utf-8") from problem


def units(text):
    """Length in UTF-16 code units."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def unit_order(text):
    return text.encode("utf-16-be", "surrogatepass")


MOST_LINES = 2_000_000


def lines_of(raw):
    if raw.count(b"\n") > MOST_LINES:
        raise FormError("lines")
    text = to_text(raw)
    if text == "":
        return []
    if not text.endswith("\n"):
        raise FormError("last newline")
    return text[:-1].split("\n")


# --- canonical JSON, RFC 8785 ------------------------------------------------------------------------------------------


def read_canonical(text):
    try:
        value = json.loads(text, parse_int=_integer, parse_float=_double, parse_constant=_no_constant)
        if write_canonical(value) != text:
            raise FormError("canonical")
    except (ValueError, RecursionError) as problem:
        raise FormError("json") from problem
    return value


def write_canonical(value, level=0):
    if level > 128:
        raise FormError("depth")
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, list):
        return "[" + ",".join(write_canonical(each, level + 1) for each in value) + "]"
    members = sorted(value.items(), key=lambda member: unit_order(member[0]))
    return "{" + ",".join(_string(name) + ":" + write_canonical(each, level + 1) for name, each in members) + "}"


def _integer(digits):
    if len(digits) > 20:
        raise FormError("integer")
    return int(digits)


def _double(digits):
    return float(digits)


def _no_constant(name):
    raise FormError(name)


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\x00-\x1f]')
_SURROGATE = re.compile("[\ud800-\udfff]")


def _string(text):
    if _SURROGATE.search(text):
        raise FormError("surrogate")
    return '"' + _ESCAPED.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", text) + '"'


def _number(value):
    """As ECMAScript writes a double (ECMA-262, Number::toString), which RFC 8785 asks for."""
    if isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise FormError("integer")
        return str(value)
    if value != value or value in (float("inf"), float("-inf")):
        raise FormError("number")
    if value.is_integer() and LARGEST_INTEGER < abs(value) < 1e21:
        raise FormError("integer")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    digits, point = _shortest(abs(value))
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    exponent = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return sign + digits[0] + ("." + digits[1:] if count > 1 else "") + exponent


def _shortest(value):
    """The shortest digits that give this double back, and where the point stands: value = 0.DIGITS * 10^point."""
    mantissa, _, exponent = repr(value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    point = len(whole) + int(exponent or "0")
    leading = len(digits) - len(digits.lstrip("0"))
    return digits.lstrip("0").rstrip("0"), point - leading


# --- times and members -------------------------------------------------------------------------------------------------

_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.([0-9]{3})Z")


def milliseconds(text):
    """Since 1970, or None when this is no time of section 1."""
    found = _TIME.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return None
    year, month, day, hour, minute, second, milli = (int(part) for part in found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    months = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if not (1 <= month <= 12 and 1 <= day <= months[month - 1] and hour < 24 and minute < 60 and second < 60):
        return None
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400 + sum(months[: month - 1]) + day - 1 - 719162
    return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + milli


def utc_day(ms):
    """YYYY-MM-DD."""
    days, year = ms // 86_400_000, 1970
    while True:
        length = 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365
        if 0 <= days < length:
            break
        days, year = (days - length, year + 1) if days >= length else (days + _length(year - 1), year - 1)
    months = [31, 29 if length == 366 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    month = 0
    while days >= months[month]:
        days, month = days - months[month], month + 1
    return f"{year:04d}-{month + 1:02d}-{days + 1:02d}"


def _length(year):
    return 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_INTEGER


def is_text(value, most=None, least=0):
    return isinstance(value, str) and (most is None or least <= units(value) <= most)


def exact(value, **members):
    """Whether `value` is an object of exactly these members, each as its test wants."""
    if not isinstance(value, dict) or value.keys() != members.keys():
        return False
    return all(test(value[name]) for name, test in members.items())


def same_json(left, right):
    """Equal as JSON: true is not 1, and 1 is 1.0."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same_json, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same_json(each, right[name]) for name, each in left.items())
    return left == right
