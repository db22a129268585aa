// Names the colours and attributes of a frame only where they change.
//
// ncurses names both colours of a cell, and all its attributes, whenever one of them changes: some 50 bytes with 24-bit colours,
// of which most say what holds already. What is here reads the frame as the terminal will, and says the difference, once there
// is something to show in it.
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/// Colours as the parameters that name them ("38;2;235;219;178"), empty for the terminal's own.
typedef struct {
  char foreground[24], background[24];
  /// A bit for each attribute, 1 << its parameter: 1 bold, 2 dim, 3 italic, 4 underlined, 7 reversed.
  unsigned attributes;
} look;

static const look standard;
static look shown, wanted, saved;

static char *terse;
static size_t length, capacity;
static bool failed;

static void put(const char *bytes, size_t count) {
  if (capacity - length < count) {
    size_t larger = (length + count) * 2;
    char *grown = realloc(terse, larger);
    if (!grown) {
      failed = true;
      return;
    }
    terse = grown;
    capacity = larger;
  }
  memcpy(terse + length, bytes, count);
  length += count;
}

static bool is_same(const look *a, const look *b) {
  return a->attributes == b->attributes && strcmp(a->foreground, b->foreground) == 0 && strcmp(a->background, b->background) == 0;
}

/// The set of characters: B is ASCII.
static char charset = 'B';
static char separator;

static void put_parameter(const char *text) {
  put(&separator, 1);
  put(text, strlen(text));
  separator = ';';
}

/// Brings the terminal to the look that is wanted.
static void say_look(void) {
  if (is_same(&shown, &wanted)) return;
  put("\033", 1);
  separator = '[';
  if (is_same(&wanted, &standard)) {
    put("[", 1);
  } else {
    static const struct { unsigned parameter; const char *on, *off; } names[] = {
      {1, "1", "22"}, {2, "2", "22"}, {3, "3", "23"}, {4, "4", "24"}, {7, "7", "27"}};
    enum { count = sizeof names / sizeof names[0] };
    unsigned before = shown.attributes;
    for (int i = 0; i < count; i++) {
      unsigned bit = 1u << names[i].parameter;
      if (!(before & bit) || (wanted.attributes & bit)) continue;
      put_parameter(names[i].off);
      // Bold and dim end together.
      before &= names[i].parameter <= 2 ? ~(1u << 1 | 1u << 2) : ~bit;
    }
    for (int i = 0; i < count; i++) {
      unsigned bit = 1u << names[i].parameter;
      if (!(before & bit) && (wanted.attributes & bit)) put_parameter(names[i].on);
    }
    if (strcmp(shown.foreground, wanted.foreground) != 0) put_parameter(wanted.foreground[0] ? wanted.foreground : "39");
    if (strcmp(shown.background, wanted.background) != 0) put_parameter(wanted.background[0] ? wanted.background : "49");
  }
  put("m", 1);
  shown = wanted;
}

/// The end of the parameter that begins here: its colons belong to it.
static const char *end_of(const char *text, const char *end) {
  while (text < end && *text != ';') text++;
  return text;
}

/// Takes over a colour: one parameter, or 38 and 48 with those that belong to them. Returns its end, null where it is none.
static const char *take_color(char *color, size_t size, int number, const char *start, const char *end) {
  const char *last = end_of(start, end);
  if ((number == 38 || number == 48) && last - start == 2) {
    int more = last + 2 <= end && last[1] == '5' ? 2 : 4;
    while (more-- > 0 && last < end) last = end_of(last + 1, end);
  }
  if ((size_t)(last - start) >= size) return NULL;
  memcpy(color, start, (size_t)(last - start));
  color[last - start] = 0;
  return last;
}

/// Follows "select graphic rendition"; false where something is in it that ncurses does not send for what we draw.
static bool follow(const char *text, const char *end) {
  look next = wanted;
  for (;;) {
    int number = atoi(text);
    const char *last = end_of(text, end);
    if (number == 0) {
      next = standard;
    } else if (number <= 4 || number == 7) {
      next.attributes |= 1u << number;
    } else if (number == 22) {
      next.attributes &= ~(1u << 1 | 1u << 2);
    } else if (number == 23 || number == 24 || number == 27) {
      next.attributes &= ~(1u << (number - 20));
    } else if (number == 39) {
      next.foreground[0] = 0;
    } else if (number == 49) {
      next.background[0] = 0;
    } else if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97)) {
      last = take_color(next.foreground, sizeof next.foreground, number, text, end);
    } else if ((number >= 40 && number <= 48) || (number >= 100 && number <= 107)) {
      last = take_color(next.background, sizeof next.background, number, text, end);
    } else {
      return false;
    }
    if (!last) return false;
    if (last == end) break;
    text = last + 1;
  }
  wanted = next;
  return true;
}

/// Passes on the sequence that begins with this Esc; returns its end, null where it is not whole or not known.
static const char *take_sequence(const char *start, const char *end) {
  if (end - start < 2) return NULL;
  const char *last = start + 2;
  switch (start[1]) {
  case '[':
    while (last < end && (unsigned char)*last < 0x40) last++;
    if (last == end) return NULL;
    if (*last == 'm') return follow(start + 2, last) ? last + 1 : NULL;
    // Where the cursor goes no colour is seen.
    if (!strchr("ABCDGHdf`", *last)) say_look();
    last++;
    break;
  case '(':
    // The set of characters is told with every reset.
    if (last < end && *last == charset) return last + 1;
    if (last < end) charset = *last;
    last++;
    break;
  case '7':
    say_look();
    saved = shown;
    break;
  case '8':
    shown = wanted = saved;
    break;
  case 'M':
  case 'D':
  case 'E':
  case '=':
  case '>':
    say_look();
    break;
  default:
    return NULL;
  }
  if (last > end) return NULL;
  put(start, (size_t)(last - start));
  return last;
}

/// A frame with fewer bytes; null where there is something in it that is not understood. It lasts until the next call. A NUL follows
/// the bytes.
const char *nc_terse(const char *bytes, size_t count, size_t *terse_count) {
  const char *end = bytes + count;
  length = 0;
  failed = false;
  // ncurses ends every frame in the terminal's own look.
  shown = wanted = standard;
  for (const char *next = bytes; next < end;) {
    if (*next == '\033') {
      next = take_sequence(next, end);
      if (!next) return NULL;
      continue;
    }
    const char *start = next;
    while (next < end && *next != '\033') next++;
    bool is_movement = strspn(start, "\r\b") >= (size_t)(next - start);
    if (!is_movement) say_look();
    put(start, (size_t)(next - start));
  }
  say_look();
  if (failed) return NULL;
  *terse_count = length;
  return terse;
}
