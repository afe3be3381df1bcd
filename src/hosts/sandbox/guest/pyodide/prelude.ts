import { stream } from "./files.ts";
import type { PythonObject } from "./interpreter.ts";

/** The prelude's functions that the driver calls. */
export const entries = ["hold", "begin", "answer", "resume"] as const;
export type Entries = Readonly<Record<(typeof entries)[number], PythonObject>>;

/** What a body and the prelude meet by. */
const file = "code.py";

/** Modules that reach out, or into the interpreter itself. Hiding them is a courtesy: the imports of the module are the wall. */
const hidden =
  "js pyodide pyodide_js _pyodide _pyodide_core ctypes _ctypes _posixsubprocess _remote_debugging _socket socket ssl subprocess " +
  "multiprocessing mmap fcntl select selectors termios pty tty webbrowser faulthandler _testcapi _testinternalcapi _testlimitedcapi " +
  "_testclinic _testclinic_limited _testcapi_datetime _xxtestfuzz xxsubtype _testbuffer";

/**
 * Runs in the interpreter before the code does. Every built-in that it uses is a local name before code runs, so that nothing
 * the code redefines later can reach it. It is a convenience for honest code, not a wall: the driver checks all that it is
 * handed.
 *
 * A file becomes the body of an async function by its syntax tree, so that it may say `await` and `return`. Its names stay a module's:
 * all that its own lines bind are declared global. When it ends without `return`, a mark says so, and the value of a last
 * expression is kept.
 */
export const prelude = `
def prepare(space):
    import _ast as tree, _json, builtins, json, posix, random, sys, time
    Any, Stop, Wrong, Missing, NoFile, Full, Syntax = BaseException, StopIteration, TypeError, ModuleNotFoundError, OSError, MemoryError, SyntaxError
    text, kind, size, isa, build, run, whole = str, type, len, isinstance, compile, exec, int
    listed, each, step, names, counted, printed, namesOf, attribute = list, iter, next, set, enumerate, print, dir, getattr
    put, bring, write = setattr, builtins.__import__, posix.write
    flushed = (sys.stdout, sys.stderr)
    scan, seed = json.decoder.JSONDecoder(strict=False).scan_once, random.seed
    hidden = names("${hidden}".split())
    answers, refusals, held = {}, [], []
    # Given back before an error is told of: it may be that there is no memory left, not even to call a function.
    reserve = listed(range(4000))
    calls, body, isResting, end = 0, None, False, object()

    class ToolError(Exception):
        pass
    class Foreign(Exception):
        pass

    def foreign(value):
        raise Foreign(kind(value).__name__)
    dump = _json.make_encoder(None, foreign, json.encoder.c_encode_basestring, None, ":", ",", False, False, False)

    def tell(word, *values):
        pieces = [("\\n" + "".join(dump(value, 0))).encode("utf-8", "surrogatepass") for value in values]
        # By itself, so that it is known of a message that is too long.
        write(${stream.driver}, word)
        for piece in pieces:
            write(${stream.driver}, piece)
        write(${stream.driver}, b"\\x1e")

    def hold(piece):
        held.append(piece.decode("utf-8", "surrogatepass"))

    def read(given):
        return scan(given, 0)[0]

    class Waiting:
        __slots__ = ("number",)
        def __init__(self, number):
            self.number = number
        def __await__(self):
            while self.number not in answers:
                yield
            isGood, what = answers[self.number]
            if isGood:
                return what
            raise what

    def call(tool, argument=None):
        nonlocal calls
        if not isa(tool, text):
            raise Wrong("host.call needs the name of a tool as text.")
        calls += 1
        tell(b"call", calls, tool, argument)
        return Waiting(calls)

    class Gathering:
        def __init__(self, waits):
            self.waits = waits
        def __await__(self):
            open = [[at, one.__await__()] for at, one in counted(self.waits)]
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

    def gather(*waits):
        return Gathering(waits)

    class Resting:
        def __await__(self):
            nonlocal isResting
            isResting = True
            yield

    def rest():
        return Resting()

    def show(*values, **options):
        printed(*values, **options)

    def bringAll(name, level):
        module = bring(name, space, space, ["*"], level)
        for name in attribute(module, "__all__", None) or [name for name in namesOf(module) if name[0] != "_"]:
            space[name] = attribute(module, name)

    class Hiding:
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] in hidden:
                raise Missing("No module named '%s'" % name, name=name)

    def noFile(*_, **__):
        raise NoFile("This code has no files.")

    def noWait(*_):
        pass

    class Plain:
        pass
    host, console = Plain(), Plain()
    host.call, host.gather, host.rest, host.ToolError = call, gather, rest, ToolError
    console.log = console.info = console.warn = console.error = console.debug = show

    inner = (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef, tree.Lambda)

    def bound(node, found):
        if isa(node, tree.Name):
            if not isa(node.ctx, tree.Load):
                found.add(node.id)
        elif isa(node, (tree.Import, tree.ImportFrom)):
            for alias in node.names:
                found.add(alias.asname or alias.name.partition(".")[0])
        elif isa(node, inner):
            name = attribute(node, "name", None)
            if name:
                found.add(name)
            return
        else:
            for field in ("name", "rest"):
                name = attribute(node, field, None)
                if isa(name, text):
                    found.add(name)
            if isa(node, tree.Global):
                found.update(node.names)
        for field in node._fields:
            value = attribute(node, field, None)
            for one in value if isa(value, listed) else [value]:
                if isa(one, tree.AST):
                    bound(one, found)

    def placed(node, old):
        for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
            put(node, name, attribute(old, name))
        return node

    def plain(node):
        if isa(node, tree.AnnAssign):
            if node.value is None:
                return placed(tree.Pass(), node)
            return placed(tree.Assign([node.target], node.value, None), node)
        if isa(node, tree.Global):
            return placed(tree.Pass(), node)
        if isa(node, tree.ImportFrom) and node.names[0].name == "*":
            values = [placed(tree.Constant(value), node) for value in (node.module or "", node.level)]
            return placed(tree.Expr(placed(tree.Call(placed(tree.Name("__all__", tree.Load()), node), values, []), node)), node)
        if isa(node, inner):
            return node
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            inside = attribute(node, field, None)
            if isa(inside, listed):
                put(node, field, [plain(one) for one in inside])
        return node

    def bodied(source):
        module = build(source, "${file}", "exec", 0x400, True)
        ahead = [node for node in module.body if isa(node, tree.ImportFrom) and node.module == "__future__"]
        lines = [plain(node) for node in module.body if node not in ahead]
        found = names()
        for node in lines:
            bound(node, found)
        found.discard("*")
        if lines and isa(lines[-1], tree.Expr):
            old = lines[-1]
            lines[-1] = placed(tree.Assign([placed(tree.Name("__last__", tree.Store()), old)], old.value, None), old)
        old = placed(tree.Pass(), Place)
        found.add("__last__")
        inside = [placed(tree.Global(listed(found)), old), *lines, placed(tree.Return(placed(tree.Name("__end__", tree.Load()), old)), old)]
        nothing = tree.arguments([], [], None, [], [], None, [])
        async_ = placed(tree.AsyncFunctionDef("__body__", nothing, inside, [], None, None, []), old)
        return build(tree.Module([*ahead, async_], []), "${file}", "exec", 0, True)
    class Place:
        lineno, col_offset, end_lineno, end_col_offset = 1, 0, 1, 0

    def begin():
        nonlocal body
        try:
            source, given, dice = held
            held.clear()
            seed(whole(dice))
            space.clear()
            space.update({"__name__": "__main__", "__builtins__": builtins, "host": host, "console": console, "__end__": end, "__all__": bringAll})
            space["input"] = read(given)
            run(bodied(source), space)
            body = space.pop("__body__")()
        except Any as fault:
            reserve.clear()
            return fail(fault)
        go()

    def answer():
        try:
            number, how, what = held[:3]
            del held[:3]
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
        nonlocal body, isResting
        isResting = False
        # Told of its last calls after it has ended.
        if body is None:
            return
        try:
            body.send(None)
        except Stop as stop:
            body = None
            finish(stop.value)
        except Any as fault:
            body = None
            reserve.clear()
            fail(fault)
        else:
            flush()
            if isResting:
                tell(b"rest")

    def flush():
        for one in flushed:
            try:
                one.flush()
            except Any:
                pass

    def finish(value):
        try:
            if value is end:
                value = space.get("result", end)
            if value is end:
                value = space.get("__last__", None)
            if isa(value, Waiting):
                raise Wrong("The value is not there yet: it needs await.")
        except Any as fault:
            reserve.clear()
            return fail(fault)
        flush()
        try:
            tell(b"value", value)
        except Full as fault:
            reserve.clear()
            fail(fault)
        except Any:
            tell(b"not-json")

    def fail(fault):
        flush()
        try:
            if not isa(fault, Full):
                return describe(fault)
        except Any:
            pass
        tell(b"thrown", "MemoryError", "", 0, False)

    def describe(fault):
        for known, isDenial in refusals:
            if known is fault:
                return tell(b"thrown", "", shown(fault), 0, isDenial)
        tell(b"thrown", named(fault), shown(fault), place(fault), False)

    def place(fault):
        line = 0
        if isa(fault, Syntax) and fault.filename == "${file}" and fault.lineno:
            return fault.lineno
        trace = fault.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == "${file}":
                line = trace.tb_lineno
            trace = trace.tb_next
        return line

    def named(fault):
        try:
            return kind(fault).__name__[:200]
        except Any:
            return "Exception"

    def shown(fault):
        try:
            return text(fault.msg if isa(fault, Syntax) and fault.msg else fault)[:4000]
        except Any:
            return ""

    builtins.open = noFile
    time.sleep = noWait
    for one in flushed:
        one.reconfigure(encoding="utf-8", errors="surrogatepass", write_through=True)
    for name in hidden:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Hiding())
    sys.argv = [""]
    return hold, begin, answer, go

hold, begin, answer, resume = prepare(globals())
`;
