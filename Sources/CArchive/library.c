#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

static const char *const names[] = {"libarchive.so.13", "libarchive.so"};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct ca_library functions;
static bool is_whole = false;

// A function's address as data: C knows no other way from `dlsym` to a pointer to a function (POSIX, dlsym, rationale).
static bool find(void *library, const char *name, void *pointer) {
  void *address = dlsym(library, name);
  memcpy(pointer, &address, sizeof address);
  return address != NULL;
}

#define CA_FIND(name, result, parameters) found &= find(library, #name, &functions.name);

static void load(void) {
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof names[0]; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return;
  bool found = true;
  CA_FUNCTIONS(CA_FIND)
  is_whole = found;
}

const struct ca_library *ca_library(void) {
  pthread_once(&once, load);
  return is_whole ? &functions : NULL;
}
