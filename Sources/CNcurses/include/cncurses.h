#ifndef NEWSTAPE_CNCURSES_H
#define NEWSTAPE_CNCURSES_H
#include <stdint.h>
/// Columns of one code point by the C library, or −1 where it is not printable.
int nc_width(uint32_t code_point);
#endif
