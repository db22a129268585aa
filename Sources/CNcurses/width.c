// One table of column widths for the program and for ncurses.
#include "internal.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <wchar.h>

static _Atomic(nc_column_counter) own_counter;

void nc_use_column_counter(nc_column_counter counter) { atomic_store(&own_counter, counter); }

/// Stands before the C library's function of that name, so that ncurses calls this one: it must place the cursor where
/// the layout expects it, also on terminals that draw ambiguous characters in two columns.
int wcwidth(wchar_t character) {
  if (character >= 0x20 && character < 0x7F) return 1;
  nc_column_counter counter = atomic_load_explicit(&own_counter, memory_order_relaxed);
  if (counter) return counter((uint32_t)character);
  static int (*_Atomic library)(wchar_t);
  int (*next)(wchar_t) = atomic_load_explicit(&library, memory_order_relaxed);
  if (!next) {
    next = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
    if (!next) return 1;
    atomic_store_explicit(&library, next, memory_order_relaxed);
  }
  return next(character);
}
