// What the .c files share; to be included before <ncurses.h>, whose names stay out of here.
#ifndef NEWSTAPE_CNCURSES_INTERNAL_H
#define NEWSTAPE_CNCURSES_INTERNAL_H

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <termios.h>

#include "cncurses.h"

/// The descriptors of the open screen, −1 without one.
extern int nc_input, nc_output;

void nc_set_descriptors(int input, int output);
/// Turns mouse and bracketed paste on and off.
void nc_enable_modes(void);
void nc_disable_modes(void);
/// Gathers what ncurses writes to `descriptor` between `begin` and `end`, which sends it.
void nc_frame_open(int descriptor, bool is_xterm);
void nc_frame_close(void);
/// A frame with fewer bytes; null where there is something in it that is not understood. It lasts until the next call. A NUL follows
/// the bytes.
const char *nc_terse(const char *bytes, size_t count, size_t *terse_count);
void nc_frame_begin(void);
/// Writes before what ncurses writes of the frame.
void nc_frame_write(const char *bytes, size_t count);
void nc_frame_end(void);
/// Points standard error to the log and back.
void nc_divert_errors(void);
void nc_restore_errors(void);
/// Points it back within a signal handler, for good.
void nc_restore_errors_at_crash(void);
extern bool nc_modes_wanted, nc_mouse_wanted;

/// `terminal` is how the terminal was before the screen opened.
void nc_crash_arm(const struct termios *terminal);
void nc_crash_disarm(void);

#endif
