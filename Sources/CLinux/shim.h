#include <sys/syscall.h>
#include <unistd.h>

/// syncfs(2), which glibc declares for GNU sources alone: everything written to the file system of
/// an open file is on the disk when it returns.
static inline int thidua_syncfs(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }
