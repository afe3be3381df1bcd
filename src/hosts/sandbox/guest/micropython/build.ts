/** Facts about the build of MicroPython that is installed; `build.test.ts` holds each against it. */
export const build = {
  /** Takes nothing and answers a number, and every turn of every loop comes by it in the end: see `hardenModule`. */
  clock: "mp_js_ticks_ms",
  memoryPages: 259,
  tableSize: 736,
  /** The C stack grows down from here to 0, below which every access traps. */
  stackTop: 65_536,
} as const;

/** Imports through which C code longjmps over frames of others; `catches.ts` makes them. */
export const catchingImports = [
  "invoke_i",
  "invoke_ii",
  "invoke_iii",
  "invoke_iiii",
  "invoke_iiiii",
  "invoke_iiiiii",
  "invoke_v",
  "invoke_vi",
  "invoke_vii",
  "invoke_viii",
  "invoke_viiii",
] as const;

/** Imports that get an answer: clock, random numbers, memory, console. */
export const servedImports = [
  build.clock,
  "mp_js_time_ms",
  "mp_js_random_u32",
  "js_check_existing",
  "emscripten_resize_heap",
  "_emscripten_throw_longjmp",
  "_abort_js",
  "fd_write",
] as const;

/** Imports that lead to JavaScript: objects, calls, promises. Each is cut. */
export const cutImports = [
  "call0",
  "call0_kwarg",
  "call1",
  "call2",
  "calln",
  "calln_kwarg",
  "create_promise",
  "has_attr",
  "js_get_error_info",
  "js_get_iter",
  "js_get_proxy_js_ref_info",
  "js_iter_next",
  "js_reflect_construct",
  "js_subscr_load",
  "js_subscr_store",
  "js_then_continue",
  "js_then_reject",
  "js_then_resolve",
  "lookup_attr",
  "proxy_convert_mp_to_js_then_js_to_js_then_js_to_mp_obj_jsside",
  "proxy_convert_mp_to_js_then_js_to_mp_obj_jsside",
  "proxy_js_free_obj",
  "store_attr",
] as const;

/** Imports that ask for files or folders. There are none, and every answer is an error. */
export const fileImports = [
  "__syscall_chdir",
  "__syscall_fstat64",
  "__syscall_getcwd",
  "__syscall_getdents64",
  "__syscall_lstat64",
  "__syscall_mkdirat",
  "__syscall_newfstatat",
  "__syscall_openat",
  "__syscall_poll",
  "__syscall_renameat",
  "__syscall_rmdir",
  "__syscall_stat64",
  "__syscall_statfs64",
  "__syscall_unlinkat",
] as const;

/** The same, of WASI, whose errors are positive; `fd_write` is the console. */
export const streamImports = ["fd_close", "fd_read", "fd_seek", "fd_sync"] as const;
