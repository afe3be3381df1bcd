/** Facts about the build of CPython that Pyodide publishes; `build.test.ts` holds each against it. */
export const build = {
  /** Takes nothing and answers a number, and every turn of every loop comes by it in the end: see `meterModule`. */
  clock: "emscripten_date_now",
  memoryFrom: "env",
  memoryPages: 480,
  /** What the interpreter takes before any code runs, and a little room. */
  leastBytes: 40 * 2 ** 20,
} as const;

/** Imports that get an answer: memory, the clock, random numbers, the one file that there is, and the console. */
export const servedImports = [
  build.clock,
  "_PyEM_TrampolineCall_JS",
  "_Py_emscripten_runtime",
  "__hiwire_deduplicate_new",
  "__syscall_fstat64",
  "__syscall_getcwd",
  "__syscall_ioctl",
  "__syscall_lstat64",
  "__syscall_newfstatat",
  "__syscall_openat",
  "__syscall_stat64",
  "__syscall_umask_js",
  "_emscripten_get_progname",
  "_gmtime_js",
  "_localtime_js",
  "_mktime_js",
  "_timegm_js",
  "_tzset_js",
  "clock_res_get",
  "clock_time_get",
  "emscripten_get_heap_max",
  "emscripten_get_now",
  "emscripten_resize_heap",
  "environ_get",
  "environ_sizes_get",
  "fd_close",
  "fd_fdstat_get",
  "fd_read",
  "fd_seek",
  "fd_write",
  "random_get",
] as const;

/** Imports that answer nothing, zero or no: what they would do is not there, and code that asks goes on without. */
export const emptyImports = [
  "_Py_CheckEmscriptenSignals_Helper",
  "__call_sighandler",
  "__syscall_fcntl64",
  "__syscall_getuid32_js",
  "_emscripten_log_formatted",
  "_emscripten_runtime_keepalive_clear",
  "_setitimer_js",
  "_try_fcntl64",
  "_try_shutdown",
  "emscripten_log_impl_js",
  "emscripten_runtime_keepalive_pop",
  "emscripten_runtime_keepalive_push",
  "getprotobyname",
] as const;

/** Imports of files, folders, sockets and processes. There are none, and every answer is an error. */
export const absentImports = [
  "__syscall_accept4",
  "__syscall_bind",
  "__syscall_chdir",
  "__syscall_chmod",
  "__syscall_connect",
  "__syscall_dup",
  "__syscall_dup3",
  "__syscall_faccessat",
  "__syscall_fadvise64",
  "__syscall_fallocate",
  "__syscall_fchdir",
  "__syscall_fchmod",
  "__syscall_fchmodat2",
  "__syscall_fchown32",
  "__syscall_fchownat",
  "__syscall_fdatasync",
  "__syscall_fstatfs64",
  "__syscall_ftruncate64",
  "__syscall_getdents64",
  "__syscall_getpeername",
  "__syscall_getsockname",
  "__syscall_getsockopt",
  "__syscall_listen",
  "__syscall_mkdirat",
  "__syscall_mknodat",
  "__syscall_pipe",
  "__syscall_poll",
  "__syscall_readlinkat",
  "__syscall_recvfrom",
  "__syscall_recvmsg",
  "__syscall_renameat",
  "__syscall_rmdir",
  "__syscall_sendmsg",
  "__syscall_sendto",
  "__syscall_socket",
  "__syscall_statfs64",
  "__syscall_symlinkat",
  "__syscall_truncate64",
  "__syscall_unlinkat",
  "__syscall_utimensat",
  "_emscripten_system",
  "_mmap_js",
  "_msync_js",
  "_munmap_js",
  "getaddrinfo",
  "getnameinfo",
] as const;

/** The same, of WASI, whose errors are positive. */
export const absentStreams = ["fd_pread", "fd_pwrite", "fd_sync"] as const;

/** Imports by which the interpreter gives itself up. */
export const abortImports = ["__assert_fail", "_abort_js", "exit", "proc_exit"] as const;
