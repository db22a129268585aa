// Signals as bytes in a pipe, and the eventfd by which other threads wake the one that waits.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
enum { signal_count = sizeof caught / sizeof caught[0] };

static struct sigaction former[signal_count];
static int ends[2] = {-1, -1};

static void handle(int signal) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal;
  // A full pipe loses nothing: the reader is about to wake and to learn of the same kinds of signals.
  ssize_t written = write(ends[1], &byte, 1);
  (void)written;
  errno = saved;
}

int32_t nc_signals_descriptor(void) { return ends[0]; }

bool nc_signals_open(void) {
  if (ends[0] >= 0 || pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < signal_count; i++) sigaction(caught[i], &action, &former[i]);
  return true;
}

void nc_signals_close(void) {
  if (ends[0] < 0) return;
  for (int i = 0; i < signal_count; i++) sigaction(caught[i], &former[i], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

static const int lent[] = {SIGINT, SIGQUIT, SIGTSTP};
enum { lent_count = sizeof lent / sizeof lent[0] };
static struct sigaction before_loan[lent_count];

void nc_signals_lend(void) {
  for (int i = 0; i < lent_count; i++) {
    struct sigaction action = {.sa_handler = lent[i] == SIGTSTP ? SIG_DFL : SIG_IGN};
    sigaction(lent[i], &action, &before_loan[i]);
  }
}

void nc_signals_take(void) {
  for (int i = 0; i < lent_count; i++) sigaction(lent[i], &before_loan[i], NULL);
}

void nc_stop_group(void) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL}, own;
  sigaction(SIGTSTP, &ignore, &own);
  kill(0, SIGTSTP);  // the others: a shell must see its whole job stop, `make run` for one
  sigaction(SIGTSTP, &standard, NULL);
  raise(SIGTSTP);  // to this thread, so that it stops before the next line
  sigaction(SIGTSTP, &own, NULL);
}

int32_t nc_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
