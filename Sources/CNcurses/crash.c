// Gives the terminal back when the program crashes, so that the words of the crash can be read and the shell be used.
//
// Everything that the handler needs is prepared beforehand: it may only call what is safe within a signal.
#include "internal.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGQUIT, SIGSYS};
enum { signal_count = sizeof crash_signals / sizeof crash_signals[0] };

static struct sigaction former[signal_count];
static struct termios terminal_before;
static char farewell[256];
static size_t farewell_length;
static char note[512];
static size_t note_length;
static volatile sig_atomic_t armed;
static int32_t (*volatile mender)(const void *information);

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void handle_crash(int signal, siginfo_t *information, void *context) {
  (void)context;
  if (mender && mender(information)) return;
  if (armed) {
    armed = 0;
    write_all(nc_output, farewell, farewell_length);
    tcsetattr(nc_input, TCSANOW, &terminal_before);
    nc_restore_errors_at_crash();
    write_all(STDERR_FILENO, note, note_length);
  }
  for (int i = 0; i < signal_count; i++) {
    if (crash_signals[i] == signal) sigaction(signal, &former[i], NULL);
  }
  // A faulting instruction runs again on return and meets the former handler, which sees the true place of the fault.
  // A signal that somebody sent, and a breakpoint, would not come again by themselves.
  if (signal == SIGTRAP || information->si_code <= 0) {
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
    raise(signal);
  }
}

/// Appends a capability without its padding marks ("$<5>").
static void append(const char *text) {
  while (text && *text && farewell_length < sizeof farewell) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) {
      text = end + 1;
    } else {
      farewell[farewell_length++] = *text++;
    }
  }
}

static void prepare_farewell(void) {
  farewell_length = 0;
  append(nc_capability("sgr0"));
  if (nc_modes_wanted) append("\033[?1006l\033[?1002l\033[?1000l\033[?2004l");
  append(nc_capability("rmkx"));
  append(nc_capability("cnorm"));
  append(nc_capability("rmcup"));
  append("\r\n");
}

void nc_set_crash_note(const char *text) {
  int length = snprintf(note, sizeof note, "%s", text);
  note_length = length < 0 ? 0 : length < (int)sizeof note ? (size_t)length : sizeof note - 1;
}

void nc_set_mender(int32_t (*mend)(const void *information)) { mender = mend; }

void nc_crash_arm(const struct termios *terminal) {
  // A stack overflow leaves no stack for the handler. This is the stack of the thread that owns the screen.
  static char handler_stack[64 * 1024];
  stack_t current, own = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) sigaltstack(&own, NULL);

  terminal_before = *terminal;
  prepare_farewell();
  struct sigaction action = {.sa_sigaction = handle_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < signal_count; i++) sigaction(crash_signals[i], &action, &former[i]);
  armed = 1;
}

void nc_crash_disarm(void) {
  if (!armed) return;
  armed = 0;
  for (int i = 0; i < signal_count; i++) sigaction(crash_signals[i], &former[i], NULL);
}
