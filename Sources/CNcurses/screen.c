// Opening, closing, lending and resizing the screen.
#include "internal.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static atomic_flag is_taken = ATOMIC_FLAG_INIT;
static SCREEN *screen;
static FILE *input_stream, *output_stream;
static struct termios terminal_before;

/// ncurses drops every Chinese character in a locale whose charset is not UTF-8 (LANG=C, ssh without locales).
static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static FILE *stream(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (!file) close(copy);
  return file;
}

static void close_streams(void) {
  if (input_stream) fclose(input_stream);
  if (output_stream) fclose(output_stream);
  input_stream = output_stream = NULL;
}

/// ncurses takes a description that lies in no folder from the environment alone. Both variables are as they were when this
/// returns, so that programs that are started later see the terminal as the user has it.
static SCREEN *open_screen(const char *term, const char *description) {
  if (!description) return newterm(term, output_stream, input_stream);
  static const char *const names[] = {"TERM", "TERMINFO"};
  const char *values[] = {term, description};
  char *former[2];
  for (int i = 0; i < 2; i++) {
    const char *value = getenv(names[i]);
    former[i] = value ? strdup(value) : NULL;
    setenv(names[i], values[i], 1);
  }
  SCREEN *opened = newterm(term, output_stream, input_stream);
  for (int i = 0; i < 2; i++) {
    if (former[i]) {
      setenv(names[i], former[i], 1);
    } else {
      unsetenv(names[i]);
    }
    free(former[i]);
  }
  return opened;
}

nc_start_result nc_start(int32_t input, int32_t output, const char *term, const char *description, bool mouse) {
  if (atomic_flag_test_and_set(&is_taken)) return nc_start_result_taken;
  static bool registered;
  if (!registered) registered = atexit(nc_stop) == 0;
  use_utf8();
  input_stream = stream(input, "r");
  output_stream = stream(output, "w");
  bool is_terminal = tcgetattr(input, &terminal_before) == 0;
  // Before newterm, which leaves handlers alone that somebody else has installed.
  nc_signals_open();
  // The size is the terminal's, never that of LINES and COLUMNS, which some shells export and nobody keeps up to date.
  use_env(FALSE);
  use_tioctl(TRUE);
  if (input_stream && output_stream) screen = open_screen(term, description);
  if (screen && !nc_capability("cup")) {
    // Nothing can be placed on it: TERM=dumb.
    endwin();
    delscreen(screen);
    screen = NULL;
  }
  if (!screen) {
    nc_signals_close();
    close_streams();
    atomic_flag_clear(&is_taken);
    return nc_start_result_unknown;
  }
  set_term(screen);
  raw();
  noecho();
  nonl();  // Enter is CR, so that it differs from ^J
  keypad(stdscr, TRUE);
  typeahead(-1);  // a frame is sent whole although keys wait
  intrflush(stdscr, FALSE);
  idlok(stdscr, TRUE);
  idcok(stdscr, FALSE);  // terminals differ in what shifting a row does to wide characters
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  // Whoever has a mouse descends from xterm and knows bracketed paste, too; a real VT100 is left in peace.
  nc_modes_wanted = nc_capability("kmous") != NULL;
  nc_frame_open(fileno(output_stream), nc_modes_wanted && COLORS >= 256);
  nc_mouse_wanted = mouse;
  nc_set_descriptors(input, output);
  if (is_terminal) nc_crash_arm(&terminal_before);
  nc_divert_errors();
  nc_enable_modes();
  return nc_start_result_started;
}

void nc_stop(void) {
  if (!screen) return;
  nc_report_drags(false);
  nc_disable_modes();
  if (!isendwin()) endwin();
  delscreen(screen);
  screen = NULL;
  nc_frame_close();
  close_streams();
  nc_restore_errors();
  nc_crash_disarm();
  nc_signals_close();
  nc_set_descriptors(-1, -1);
  atomic_flag_clear(&is_taken);
}

void nc_suspend(void) {
  if (!screen || isendwin()) return;
  nc_disable_modes();
  endwin();
  nc_restore_errors();
}

void nc_resume(void) {
  if (!screen) return;
  nc_divert_errors();
  if (!isendwin()) reset_prog_mode();
  nc_adopt_size();
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  nc_enable_modes();
}

int32_t nc_rows(void) { return screen ? getmaxy(stdscr) : 0; }

int32_t nc_columns(void) { return screen ? getmaxx(stdscr) : 0; }

bool nc_adopt_size(void) {
  struct winsize size;
  if (!screen || ioctl(nc_output, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  if (!is_term_resized(size.ws_row, size.ws_col)) return false;
  nc_resize(size.ws_row, size.ws_col);
  return true;
}

void nc_resize(int32_t rows, int32_t columns) {
  if (screen) resizeterm(rows, columns);
}

const char *nc_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

uint8_t nc_erase_byte(void) { return (uint8_t)terminal_before.c_cc[VERASE]; }
