#include "csystem.h"
#include <zlib.h>

const char *cs_zlib_version(void) { return zlibVersion(); }
