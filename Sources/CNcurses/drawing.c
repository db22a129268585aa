// Cells, colours and frames.
#include "internal.h"

#include <ncurses.h>
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

void nc_present(int32_t cursor_y, int32_t cursor_x) {
  bool visible = cursor_y >= 0 && cursor_x >= 0;
  leaveok(stdscr, !visible);
  if (visible) wmove(stdscr, cursor_y, cursor_x);
  nc_frame_begin();
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
