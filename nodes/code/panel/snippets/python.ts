import type { Snippet } from "./snippet.ts";

const language = "python";

/** The same as those in JavaScript, which have the same names and titles. */
export const python: readonly Snippet[] = [
  {
    ...{ id: "isoDate", group: "dates", language },
    source: `import datetime

def iso_date(text):
    """Reads 31.12.2025 and 31/12/2025 as "2025-12-31"; None where it is no date."""
    parts = text.strip().replace("/", ".").split(".")
    if len(parts) != 3 or len(parts[2]) != 4 or not all(part.isdigit() for part in parts):
        return None
    day, month, year = [int(part) for part in parts]
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None`,
    use: `iso_date(input["date"])`,
  },
  {
    ...{ id: "daysBetween", group: "dates", language },
    source: `import datetime

def days_between(start, end):
    """Whole days from one date ("2025-12-31") to another; fewer than none when the second is earlier."""
    first, second = [datetime.date.fromisoformat(date[:10]) for date in (start, end)]
    return (second - first).days`,
    use: `days_between(input["from"], input["to"])`,
  },
  {
    ...{ id: "addMonths", group: "dates", language },
    source: `import datetime

def add_months(date, months):
    """A date some months later. The 31st becomes the last day of a month that is shorter."""
    year, month, day = [int(part) for part in date[:10].split("-")]
    year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    next_month = datetime.date(year + month // 12, month % 12 + 1, 1)
    last_day = (next_month - datetime.timedelta(days=1)).day
    return datetime.date(year, month, min(day, last_day)).isoformat()`,
    use: `add_months(input["date"], 1)`,
  },
  {
    ...{ id: "sumBy", group: "groups", language },
    source: `def sum_by(rows, field, amount):
    """One row for each value of a field, with how many rows have it and what they add up to."""
    sums = {}
    for row in rows:
        found = sums.setdefault(row.get(field), {field: row.get(field), "rows": 0, "total": 0})
        found["rows"] += 1
        # Without the crumbs that binary fractions leave: 0.1 and 0.2 are 0.3.
        found["total"] = round(found["total"] + float(row.get(amount) or 0), 6)
    return sorted(sums.values(), key=lambda one: -one["total"])`,
    use: `sum_by(input["rows"], "country", "amount")`,
  },
  {
    ...{ id: "newestOf", group: "groups", language },
    source: `def newest_of(rows, field, date):
    """The newest row for each value of a field; dates as "2025-12-31"."""
    newest, order = {}, []
    for row in rows:
        value = row.get(field)
        if value not in newest:
            order.append(value)
        if value not in newest or (row.get(date) or "") > (newest[value].get(date) or ""):
            newest[value] = row
    return [newest[value] for value in order]`,
    use: `newest_of(input["rows"], "customer", "date")`,
  },
  {
    ...{ id: "join", group: "groups", language },
    source: `def join(rows, others, key):
    """The rows of one list, each with the fields of the row of another list that has the same key."""
    by_key = {other[key]: other for other in others if key in other}
    joined = []
    for row in rows:
        both = dict(by_key.get(row.get(key), {}))
        both.update(row)
        joined.append(both)
    return joined`,
    use: `join(input["orders"], input["customers"], "customerId")`,
  },
  {
    ...{ id: "csvToRows", group: "csv", language },
    source: `def csv_to_rows(text, separator=","):
    """Rows of a CSV text whose first line names the fields. Quoted fields may hold commas and line breaks."""
    rows, cells, cell, quoted, at = [], [], "", False, 0
    text = text.replace("\\ufeff", "").replace("\\r\\n", "\\n")
    if not text.endswith("\\n"):
        text += "\\n"
    while at < len(text):
        sign = text[at]
        if quoted and sign == '"' and text[at + 1:at + 2] == '"':
            cell += '"'
            at += 1
        elif sign == '"':
            quoted = not quoted
        elif not quoted and sign in (separator, "\\n"):
            cells.append(cell)
            cell = ""
            if sign == "\\n":
                rows.append(cells)
                cells = []
        else:
            cell += sign
        at += 1
    names = rows[0] if rows else []
    empty = [""] * len(names)
    return [dict(zip(names, row + empty)) for row in rows[1:] if row != [""]]`,
    use: `csv_to_rows(input["text"])`,
  },
  {
    ...{ id: "renameFields", group: "json", language },
    source: `def rename_fields(rows, names):
    """Rows with only the fields that are named, under their new names."""
    return [{new: row.get(old) for new, old in names.items()} for row in rows]`,
    use: `rename_fields(input["rows"], {"id": "order_id", "total": "amount"})`,
  },
  {
    ...{ id: "flatten", group: "json", language },
    source: `def flatten(value, path=""):
    """An object whose inner objects are written as "outer.inner"."""
    flat = {}
    for name, inner in value.items():
        if isinstance(inner, dict):
            flat.update(flatten(inner, path + name + "."))
        else:
            flat[path + name] = inner
    return flat`,
    use: `flatten(input)`,
  },
  {
    ...{ id: "spread", group: "json", language },
    source: `def spread(rows, field):
    """One row for each item of an inner list, with the fields of the outer row."""
    spread_rows = []
    for row in rows:
        for item in row.get(field) or []:
            both = {name: value for name, value in row.items() if name != field}
            both.update(item if isinstance(item, dict) else {field: item})
            spread_rows.append(both)
    return spread_rows`,
    use: `spread(input["orders"], "lines")`,
  },
  {
    ...{ id: "tidy", group: "text", language },
    source: `import re

def tidy(text):
    """A text without double spaces, invisible signs and more than one empty line."""
    text = text.replace("\\u200b", "").replace("\\u00a0", " ").replace("\\r", "").replace("\\t", " ")
    lines = [re.sub(" +", " ", line).strip() for line in text.split("\\n")]
    kept = [line for at, line in enumerate(lines) if line or (at > 0 and lines[at - 1])]
    return "\\n".join(kept).strip()`,
    use: `tidy(input["text"])`,
  },
  {
    ...{ id: "hideAddresses", group: "text", language },
    source: `import re

def hide_addresses(text):
    """E-mail addresses with only their first letter and their domain."""
    address = r"([A-Za-z0-9])[A-Za-z0-9._%+-]*@([A-Za-z0-9-]+\\.[A-Za-z0-9.-]*[A-Za-z])"
    return re.sub(address, r"\\1***@\\2", text)`,
    use: `hide_addresses(input["text"])`,
  },
];
