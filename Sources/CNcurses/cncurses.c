#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "cncurses.h"
#include <wchar.h>

int nc_width(uint32_t code_point) { return wcwidth((wchar_t)code_point); }
