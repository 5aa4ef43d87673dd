#include <sys/syscall.h>
#include <unistd.h>

/// syncfs(2), which glibc declares for GNU sources alone: everything written to the file system of
/// an open file is on the disk when it returns.
static inline int thidua_syncfs(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }

/// renameat2(2) with RENAME_NOREPLACE: a file in the folder that is open takes a name that is free, or
/// errno is EEXIST.
static inline int thidua_rename_to_free_name(int folder, const char *from, const char *to) {
  return (int)syscall(SYS_renameat2, folder, from, folder, to, 1u);
}
