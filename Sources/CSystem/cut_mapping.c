// Lets the reading of a mapped file survive that somebody cuts the file short: the pages behind its new end read as zeros, and the
// cut is counted, so that the reader can tell what it read in vain.
//
// The signal comes from the very instruction that reads, so that nothing else can be done about it: a look at the size before the read
// says nothing about the moment after. X servers and Wayland compositors treat the memory that their clients share the same way. Only
// system calls are made within the handler.
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static atomic_uint cuts;
static struct sigaction former;

// A reader of /proc/self/maps, byte by byte: lines may be longer than any buffer.
typedef struct Maps {
  int descriptor;
  ssize_t size, next;
  char bytes[1024];
} Maps;

static int next_byte(Maps *maps) {
  if (maps->next == maps->size) {
    do maps->size = read(maps->descriptor, maps->bytes, sizeof maps->bytes);
    while (maps->size < 0 && errno == EINTR);
    maps->next = 0;
    if (maps->size <= 0) {
      maps->size = 0;
      return -1;
    }
  }
  return (unsigned char)maps->bytes[maps->next++];
}

static uintptr_t next_number(Maps *maps) {
  uintptr_t number = 0;
  for (;;) {
    int byte = next_byte(maps);
    if (byte >= '0' && byte <= '9') {
      number = number << 4 | (uintptr_t)(byte - '0');
    } else if (byte >= 'a' && byte <= 'f') {
      number = number << 4 | (uintptr_t)(byte - 'a' + 10);
    } else {
      return number;
    }
  }
}

// The end of the mapping in which an address lies, where that is one that is shared and can only be read, as SQLite maps a store:
// "7f0000000000-7f0000100000 r--s …". 0 for any other: what is written to a mapping must not be lost in silence, nor code be zeros.
static uintptr_t end_of_shared_mapping(uintptr_t address) {
  Maps maps = {.descriptor = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)};
  if (maps.descriptor < 0) return 0;
  uintptr_t result = 0;
  for (;;) {
    uintptr_t start = next_number(&maps), end = next_number(&maps);
    if (end == 0) break;
    if (address >= start && address < end) {
      int is_shared_to_read = 1;
      for (const char *sign = "r--s"; *sign; sign++) is_shared_to_read &= next_byte(&maps) == *sign;
      result = is_shared_to_read ? end : 0;
      break;
    }
    int byte;
    do byte = next_byte(&maps);
    while (byte >= 0 && byte != '\n');
  }
  close(maps.descriptor);
  return result;
}

int32_t cs_survive_cut_mapping(const void *information) {
  const siginfo_t *fault = information;
  if (fault->si_signo != SIGBUS || fault->si_code != BUS_ADRERR) return 0;
  int error = errno;
  uintptr_t address = (uintptr_t)fault->si_addr;
  uintptr_t end = end_of_shared_mapping(address);
  uintptr_t page = address & ~((uintptr_t)sysconf(_SC_PAGESIZE) - 1);
  void *zeros = end == 0
      ? MAP_FAILED
      : mmap((void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  if (zeros != MAP_FAILED) atomic_fetch_add(&cuts, 1);
  errno = error;
  return zeros != MAP_FAILED;
}

static void handle_fault(int signal, siginfo_t *information, void *context) {
  (void)context;
  if (cs_survive_cut_mapping(information)) return;
  // The instruction runs again and meets whoever was to handle it before; what somebody sent would not come again by itself.
  sigaction(signal, &former, NULL);
  if (information->si_code <= 0) raise(signal);
}

void cs_survive_cut_mappings(void) {
  static atomic_flag is_installed = ATOMIC_FLAG_INIT;
  if (atomic_flag_test_and_set(&is_installed)) return;
  struct sigaction action = {.sa_sigaction = handle_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &former);
}

uint32_t cs_cut_mappings(void) { return atomic_load(&cuts); }
