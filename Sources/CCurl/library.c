#include "library.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <string.h>

struct cu_library cu_library;

static const char *const names[] = {"libcurl.so.4", "libcurl.so"};

// A function's address as data: C knows no other way from `dlsym` to a pointer to a function (POSIX, dlsym, rationale).
static bool find(void *library, const char *name, void *pointer) {
  void *address = dlsym(library, name);
  memcpy(pointer, &address, sizeof address);
  return address != NULL;
}

// Written out, the name of a function means its pointer.
#define CU_FIND(name) is_whole &= find(library, #name, &name);

bool cu_library_load(void) {
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof names[0]; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return false;
  bool is_whole = true;
  CU_FUNCTIONS(CU_FIND)
  return is_whole;
}
