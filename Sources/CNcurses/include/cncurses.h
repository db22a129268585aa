/// ncursesw, the signal pipe and the crash restore behind plain C types.
///
/// <ncurses.h> is included by the .c files alone: Swift never sees its unsafe globals (stdscr, LINES), its macros, nor
/// names as general as move, clear, timeout or OK. There is one screen a process; every function that touches it is to
/// be called by the thread that started it.
#ifndef NEWSTAPE_CNCURSES_H
#define NEWSTAPE_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NC_CELL_SCALARS 5

/// Attributes of a cell, combined by OR.
enum {
  NC_BOLD = 1,
  NC_DIM = 2,
  NC_ITALIC = 4,
  NC_UNDERLINE = 8,
  NC_REVERSE = 16,
};

/// One character of the screen: a base and its combining marks, ended by 0 where they are fewer than five.
typedef struct {
  uint32_t scalars[NC_CELL_SCALARS];
  uint32_t attributes;
  /// From `nc_pair`.
  int32_t pair;
} nc_cell;

/// Columns of a code point: 0, 1, 2, or −1 where it cannot be printed.
typedef int32_t (*nc_column_counter)(uint32_t code_point);

// Screen (screen.c)

typedef enum __attribute__((enum_extensibility(closed))) nc_start_result : int32_t {
  nc_start_result_started,
  /// There is no such type, or its cursor cannot be moved.
  nc_start_result_unknown,
  /// The process has a screen already.
  nc_start_result_taken,
} nc_start_result;

/// Opens the screen on a terminal of the type `term`. The process's character type becomes a UTF-8 one if it was not.
///
/// `description` is null, or a value of TERMINFO under which ncurses finds the type; the variable keeps its own.
nc_start_result nc_start(int32_t input, int32_t output, const char *term, const char *description, bool mouse);
/// Gives the terminal back as it was. Does nothing when no screen is open.
void nc_stop(void);
/// Gives the terminal to somebody else for a while.
void nc_suspend(void);
/// Takes the terminal again and repaints all of it; also right when it was never given away but may be in disorder.
void nc_resume(void);
int32_t nc_rows(void);
int32_t nc_columns(void);
/// Adopts the terminal's size; true when it changed.
bool nc_adopt_size(void);
void nc_resize(int32_t rows, int32_t columns);
/// A string capability such as "kf1", or null where the terminal has none.
const char *nc_capability(const char *name);
/// The byte that the terminal's backspace key sends.
uint8_t nc_erase_byte(void);

// Drawing (drawing.c)

/// Number of colours: 0, 8, 16, 256, or 16,777,216 where a colour is its 0xRRGGBB.
int32_t nc_colors(void);
/// The pair of two colours, −1 being the terminal's own. 0 where there are none.
int32_t nc_pair(int32_t foreground, int32_t background);
/// Writes characters from a place to the right; what does not fit into the row is cut off.
void nc_put(int32_t y, int32_t x, const nc_cell *cells, int32_t count);
void nc_erase(void);
/// The next `nc_present` repaints everything.
void nc_invalidate(void);
/// Moves rows within some of the columns up, or down where the distance is negative, before the next `nc_present` sends what
/// differs then. No wide character may lie across the edges. Some of the columns alone: only for terminals with margins on the left and the right.
void nc_scroll(int32_t y, int32_t x, int32_t rows, int32_t columns, int32_t distance);
/// Sends what has changed. A negative place hides the cursor.
void nc_present(int32_t cursor_y, int32_t cursor_x);
/// What the terminal is believed to show at a place, and its two colours.
bool nc_shown(int32_t y, int32_t x, nc_cell *cell, int32_t *foreground, int32_t *background);

// Widths (width.c)

/// Makes ncurses take the columns of characters from this function; null: from the C library.
void nc_use_column_counter(nc_column_counter counter);

// The terminal beside ncurses (tty.c)

/// Writes bytes past ncurses, whole; false when the terminal is gone.
bool nc_write(const void *bytes, size_t count);
/// Has movements of the mouse with its button down reported, too, or clicks alone, as in the beginning.
void nc_report_drags(bool wanted);
/// Asks the terminal for what `nc_scroll` needs, and then for its name, which every terminal answers.
///
/// - Returns: false where it is none that understands.
bool nc_ask(void);
/// Drops what the terminal has sent, and what comes until it is silent: answers that nobody is there to read.
void nc_discard_input(void);
/// Sends standard error to the end of a file while the screen is open, if it is a terminal.
void nc_log_errors(const char *path);

// Crash restore (crash.c)

/// Words for standard error after a crash has given the terminal back; at most 500 bytes are kept.
void nc_set_crash_note(const char *note);
/// Lets somebody else mend what a signal tells of, a `siginfo_t`, within the handler; where they return other than 0 it is no crash.
void nc_set_mender(int32_t (*mend)(const void *information));

// Signals and wake-ups (signals.c)

/// Sends WINCH, TERM, HUP, INT, TSTP and CONT as bytes into a pipe; an open screen does so by itself.
bool nc_signals_open(void);
/// Puts the former handlers back.
void nc_signals_close(void);
/// The end of the pipe to read, which never blocks; −1 while it is not open.
int32_t nc_signals_descriptor(void);
/// While somebody else has the terminal: ^C and ^\ are for them alone, and ^Z stops this process with them.
void nc_signals_lend(void);
/// The signals are caught again as before.
void nc_signals_take(void);
/// Stops the process's group as ^Z does; returns when it is continued, at once when nobody could continue it.
void nc_stop_group(void);
/// A new eventfd that neither blocks nor is inherited, or −1.
int32_t nc_eventfd(void);

#endif
