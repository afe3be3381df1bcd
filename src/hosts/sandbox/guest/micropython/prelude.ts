/** Names by which a body (see `body.ts`) and the prelude meet. */
export const names = { file: "code.py", body: "__body__", end: "__end__", last: "__last__", all: "__all__" } as const;

/** Modules that code may import: what computes, and nothing that reaches out. Those with a "u" are how others name them. */
const modules =
  "array base64 binascii cmath collections copy datetime deflate errno functools gc gzip hashlib heapq hmac html io " +
  "itertools json logging math operator random re string struct sys time types zlib ubinascii ucollections uio utime defaultdict";

/** Stand-ins for modules that code imports by habit. */
const standIns = "builtins micropython typing __future__";

/**
 * Runs in the interpreter before the code does. Every built-in that it uses is a local name before code runs, so that nothing
 * the code redefines later can reach it. It is a convenience for honest code, not a wall: the driver checks all that it is
 * handed.
 *
 * Messages to the driver are written to the second console, which code does not get to see: JSON made as text grows by
 * 16 bytes at a time in this interpreter, and is copied each time.
 */
export const prelude = `
def prepare(space):
    import builtins, io, json, re, sys, time
    Any, Stop, Wrong, Missing, NoFile, Full, Beyond = BaseException, StopIteration, TypeError, ImportError, OSError, MemoryError, IndexError
    loads, dump, explain, Text, bring, far = json.loads, json.dump, sys.print_exception, io.StringIO, builtins.__import__, sys.stderr
    text, kind, size, isa, build, run, whole = str, type, len, isinstance, compile, exec, int
    listed, each, step, names, counted, printed, namesOf, attribute = list, iter, next, set, enumerate, print, dir, getattr
    expressions = re
    allowed = names("${modules} ${standIns}".split())
    answers, refusals, held = {}, [], []
    # Given back before an error is told of: it may be that there is no memory left, not even to call a function.
    reserve = names(range(4000))
    calls, body, isResting, end = 0, None, False, object()

    class ToolError(Exception):
        pass

    def tell(word, *values):
        try:
            far.write(word)
            for value in values:
                far.write("\\n")
                dump(value, far, separators=(",", ":"))
        except Any as fault:
            far.write("\\x18")
            raise fault
        far.write("\\x1e")

    def hold(piece):
        held.append(piece)

    def read(given):
        pack = loads(given)
        for path in pack[1:]:
            spot = pack
            for key in path[:-1]:
                spot = spot[key]
            spot[path[-1]] = held.pop(0)
        return pack[0]

    def wait(number):
        while number not in answers:
            yield
        isGood, what = answers.pop(number)
        if isGood:
            return what
        raise what
    Waiting = kind(wait(0))

    def call(tool, argument=None):
        nonlocal calls
        if not isa(tool, text):
            raise Wrong("host.call needs the name of a tool as text.")
        calls += 1
        tell("call", calls, tool, argument)
        return wait(calls)

    def gather(*waits):
        open = [[at, each(one)] for at, one in counted(waits)]
        values = [None] * size(open)
        while open:
            for pair in listed(open):
                try:
                    step(pair[1])
                except Stop as stop:
                    values[pair[0]] = stop.value
                    open.remove(pair)
            if open:
                yield
        return values

    def rest():
        nonlocal isResting
        isResting = True
        yield

    def findAll(pattern, within):
        found = []
        def keep(match):
            groups = []
            try:
                while True:
                    groups.append(match.group(size(groups) + 1))
            except Beyond:
                pass
            found.append(match.group(0) if not groups else groups[0] if size(groups) == 1 else groups)
            return ""
        expressions.sub(pattern, keep, within)
        return found

    def split(pattern, within, most=-1):
        return expressions.compile(pattern).split(within, most)

    def bringAll(name):
        module = bringAllowed(name)
        for name in listed(namesOf(module)):
            if name[0] != "_":
                space[name] = attribute(module, name)

    def show(*values, **options):
        printed(*values, **options)

    def bringAllowed(name, *others):
        if name.split(".")[0] not in allowed:
            raise Missing("no module named '%s'" % name)
        return bring(name, *others)

    def noFile(*_, **__):
        raise NoFile("This code has no files.")

    def noWait(*_):
        pass

    class StandIn:
        def __getattr__(self, name):
            return self
        def __getitem__(self, key):
            return self
        def __call__(self, *values):
            return values[-1] if values else self

    class Plain:
        pass
    host, console, system = Plain(), Plain(), Plain()
    host.call, host.gather, host.rest, host.ToolError = call, gather, rest, ToolError
    console.log = console.info = console.warn = console.error = console.debug = show
    for name in ("version", "version_info", "implementation", "platform", "byteorder", "maxsize", "exit", "stdout", "print_exception"):
        setattr(system, name, getattr(sys, name))
    system.stderr, system.argv, system.path = sys.stdout, [], []
    regular = Plain()
    for name in ("compile", "match", "search", "sub"):
        setattr(regular, name, getattr(re, name))
    regular.findall, regular.split = findAll, split

    def begin(source, given):
        nonlocal body
        try:
            space.clear()
            space.update({"__name__": "__main__", "host": host, "console": console, "${names.end}": end, "${names.all}": bringAll})
            space["input"] = read(given)
            run(build(source, "${names.file}", "exec"), space)
            body = space.pop("${names.body}")()
        except Any as fault:
            reserve.clear()
            return fail(fault)
        go()

    def answer(number, how, what):
        try:
            isGood = how == "value"
            if isGood:
                what = read(what)
            else:
                what = ToolError(what)
                refusals.append((what, how == "denied"))
            answers[whole(number)] = (isGood, what)
        except Any as fault:
            reserve.clear()
            return fail(fault)
        go()

    def go():
        try:
            body.send(None)
        except Stop as stop:
            finish(stop.value)
        except Any as fault:
            reserve.clear()
            fail(fault)
        else:
            if isResting:
                tell("rest")

    def finish(value):
        try:
            if value is end:
                value = space.get("result", end)
            if value is end:
                value = space.get("${names.last}", None)
            if isa(value, Waiting):
                raise Wrong("The value is not there yet: it needs await.")
            tell("value", value)
        except Any as fault:
            reserve.clear()
            fail(fault)

    def resume():
        nonlocal isResting
        isResting = False
        go()

    def fail(fault):
        try:
            if not isa(fault, Full):
                return describe(fault)
        except Any:
            pass
        tell("thrown", "MemoryError", "", "", False)

    def describe(fault):
        for known, isDenial in refusals:
            if known is fault:
                return tell("thrown", "", shown(fault), "", isDenial)
        stream = Text()
        try:
            explain(fault, stream)
        except Any:
            pass
        tell("thrown", named(fault), shown(fault), stream.getvalue()[:20000], False)

    def named(fault):
        try:
            return kind(fault).__name__[:200]
        except Any:
            return "Exception"

    def shown(fault):
        try:
            return text(fault)[:4000]
        except Any:
            return ""

    builtins.__import__ = bringAllowed
    builtins.open = builtins.execfile = noFile
    time.sleep = time.sleep_ms = time.sleep_us = noWait
    for name in "${standIns}".split():
        sys.modules[name] = StandIn()
    sys.modules["sys"], sys.modules["re"] = system, regular
    return hold, begin, answer, resume

hold, begin, answer, resume = prepare(globals())
`;
