// What is written to the terminal beside ncurses, and where standard error goes meanwhile.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int nc_input = -1, nc_output = -1;
bool nc_modes_wanted, nc_mouse_wanted;
/// Whether movements of the mouse with its button down are reported.
static bool reports_drags;

static char log_path[4096];
/// The real standard error while it is diverted, else −1.
static volatile int real_errors = -1;

void nc_set_descriptors(int input, int output) {
  nc_input = input;
  nc_output = output;
}

bool nc_write(const void *bytes, size_t count) {
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(nc_output, rest, count);
    if (written > 0) {
      rest += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd wait = {.fd = nc_output, .events = POLLOUT};
      poll(&wait, 1, 1000);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

static void write_text(const char *text) { nc_write(text, strlen(text)); }

void nc_enable_modes(void) {
  if (!nc_modes_wanted) return;
  write_text("\033[?2004h");
  // 1006 reports places beyond column 223, which 1000 alone cannot.
  if (nc_mouse_wanted) write_text("\033[?1000h\033[?1006h");
  if (nc_mouse_wanted && reports_drags) write_text("\033[?1002h");
}

void nc_disable_modes(void) {
  if (!nc_modes_wanted) return;
  if (nc_mouse_wanted && reports_drags) write_text("\033[?1002l");
  if (nc_mouse_wanted) write_text("\033[?1006l\033[?1000l");
  write_text("\033[?2004l");
}

void nc_report_drags(bool wanted) {
  if (!nc_modes_wanted || !nc_mouse_wanted || wanted == reports_drags) return;
  reports_drags = wanted;
  // Terminals know one of the two modes at a time: without drags clicks are asked for again.
  write_text(wanted ? "\033[?1002h" : "\033[?1002l\033[?1000h");
}

bool nc_ask(void) {
  // DECRQM of DECLRMM (VT420: margins on the left and the right), and DA1.
  static const char questions[] = "\033[?69$p\033[c";
  return nc_modes_wanted && nc_write(questions, sizeof questions - 1);
}

void nc_discard_input(void) {
  struct pollfd wait = {.fd = nc_input, .events = POLLIN};
  char bytes[256];
  while (poll(&wait, 1, 100) > 0 && read(nc_input, bytes, sizeof bytes) > 0) {}
}

void nc_log_errors(const char *path) {
  if (real_errors >= 0) nc_restore_errors();
  snprintf(log_path, sizeof log_path, "%s", path ? path : "");
  if (nc_output >= 0) nc_divert_errors();
}

void nc_divert_errors(void) {
  if (real_errors >= 0 || log_path[0] == 0 || !isatty(STDERR_FILENO)) return;
  int log = open(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log < 0) return;
  int saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (saved >= 0) {
    dup2(log, STDERR_FILENO);
    real_errors = saved;
  }
  close(log);
}

void nc_restore_errors(void) {
  if (real_errors < 0) return;
  fflush(stderr);
  dup2(real_errors, STDERR_FILENO);
  close(real_errors);
  real_errors = -1;
}

void nc_restore_errors_at_crash(void) {
  if (real_errors >= 0) dup2(real_errors, STDERR_FILENO);
}
