// Cells, colours and frames.
#include "internal.h"

#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static attr_t attributes_of(uint32_t bits) {
  attr_t attributes = WA_NORMAL;
  if (bits & NC_BOLD) attributes |= WA_BOLD;
  if (bits & NC_DIM) attributes |= WA_DIM;
  if (bits & NC_ITALIC) attributes |= WA_ITALIC;
  if (bits & NC_UNDERLINE) attributes |= WA_UNDERLINE;
  if (bits & NC_REVERSE) attributes |= WA_REVERSE;
  return attributes;
}

static uint32_t bits_of(attr_t attributes) {
  uint32_t bits = 0;
  if (attributes & WA_BOLD) bits |= NC_BOLD;
  if (attributes & WA_DIM) bits |= NC_DIM;
  if (attributes & WA_ITALIC) bits |= NC_ITALIC;
  if (attributes & WA_UNDERLINE) bits |= NC_UNDERLINE;
  if (attributes & WA_REVERSE) bits |= NC_REVERSE;
  return bits;
}

int32_t nc_colors(void) { return has_colors() ? COLORS : 0; }

int32_t nc_pair(int32_t foreground, int32_t background) {
  if (!has_colors() || (foreground < 0 && background < 0)) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

void nc_put(int32_t y, int32_t x, const nc_cell *cells, int32_t count) {
  enum { piece = 128 };
  cchar_t characters[piece];
  for (int32_t start = 0; start < count; start += piece) {
    int32_t number = count - start < piece ? count - start : piece;
    int columns = 0;
    for (int32_t i = 0; i < number; i++) {
      const nc_cell *cell = &cells[start + i];
      wchar_t text[NC_CELL_SCALARS + 1] = {0};
      for (int k = 0; k < NC_CELL_SCALARS && cell->scalars[k]; k++) text[k] = (wchar_t)cell->scalars[k];
      // X/Open reserves the last argument; ncurses takes a pair beyond 32,767 from it.
      int pair = cell->pair;
      setcchar(&characters[i], text, attributes_of(cell->attributes), 0, &pair);
      int width = wcwidth(text[0]);
      columns += width > 1 ? width : 1;
    }
    mvwadd_wchnstr(stdscr, y, x, characters, number);
    x += columns;
  }
}

void nc_erase(void) { werase(stdscr); }

void nc_invalidate(void) { clearok(curscr, TRUE); }

static struct {
  int y, x, rows, columns, distance;
} moved;

void nc_scroll(int32_t y, int32_t x, int32_t rows, int32_t columns, int32_t distance) {
  moved.y = y;
  moved.x = x;
  moved.rows = rows;
  moved.columns = columns;
  moved.distance = distance;
}

/// Lets the terminal move the rows, and `curscr`, which is what ncurses believes to be shown, follow.
static void scroll_terminal(void) {
  int signed_distance = moved.distance, distance = abs(signed_distance);
  moved.distance = 0;
  if (distance == 0 || is_cleared(curscr)) return;
  // Cursor and attributes are saved and restored; the rows that come in are blank, in the terminal's own colours.
  char bytes[128];
  int right = moved.x + moved.columns;
  bool is_part = moved.columns < COLS;
  int count = snprintf(bytes, sizeof bytes, "\0337\033[m\033[%d;%dr", moved.y + 1, moved.y + moved.rows);
  if (is_part) count += snprintf(bytes + count, sizeof bytes - (size_t)count, "\033[?69h\033[%d;%ds", moved.x + 1, right);
  // Lines that are deleted or inserted at the top move those below.
  char command = signed_distance > 0 ? 'M' : 'L';
  count += snprintf(
    bytes + count, sizeof bytes - (size_t)count, "\033[%d;%dH\033[%d%c\033[r%s\0338", moved.y + 1, moved.x + 1, distance,
    command, is_part ? "\033[?69l" : "");
  nc_frame_write(bytes, (size_t)count);

  cchar_t *row = calloc((size_t)moved.columns + 1, sizeof *row);
  if (!row) abort();
  int last = moved.rows - 1;
  for (int i = 0; i <= last; i++) {
    int to = signed_distance > 0 ? i : last - i;
    int from = to + signed_distance;
    if (from >= 0 && from <= last) {
      mvwin_wchnstr(curscr, moved.y + from, moved.x, row, moved.columns);
      mvwadd_wchnstr(curscr, moved.y + to, moved.x, row, -1);
    } else {
      for (int k = 0; k < moved.columns; k++) setcchar(&row[k], L" ", WA_NORMAL, 0, NULL);
      mvwadd_wchnstr(curscr, moved.y + to, moved.x, row, moved.columns);
    }
  }
  free(row);
  // A row that is to show what it showed has to be looked at, too.
  touchline(newscr, moved.y, moved.rows);
}

void nc_present(int32_t cursor_y, int32_t cursor_x) {
  bool visible = cursor_y >= 0 && cursor_x >= 0;
  leaveok(stdscr, !visible);
  if (visible) wmove(stdscr, cursor_y, cursor_x);
  nc_frame_begin();
  scroll_terminal();
  curs_set(visible ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
  nc_frame_end();
}

bool nc_shown(int32_t y, int32_t x, nc_cell *cell, int32_t *foreground, int32_t *background) {
  cchar_t character;
  if (mvwin_wch(curscr, y, x, &character) == ERR) return false;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t attributes;
  short short_pair;
  int pair = 0;
  if (getcchar(&character, text, &attributes, &short_pair, &pair) == ERR) return false;
  for (int k = 0; k < NC_CELL_SCALARS; k++) cell->scalars[k] = k < CCHARW_MAX ? (uint32_t)text[k] : 0;
  cell->attributes = bits_of(attributes);
  cell->pair = pair;
  int fore = -1, back = -1;
  if (pair != 0) extended_pair_content(pair, &fore, &back);
  *foreground = fore;
  *background = back;
  return true;
}
