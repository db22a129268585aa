#define PCRE2_CODE_UNIT_WIDTH 8
#include "cpcre2.h"

#include <pcre2.h>
#include <stdlib.h>

// Longer patterns are nobody's typing, and compiling them takes long.
enum { longest_pattern = 4096, deepest_nesting = 64 };

// Steps that the matching from one place may take, and memory in KiB, before it is given up.
enum { step_limit = 20000, memory_limit = 16384 };

// Machine code has its own stack: as much at first and at most, in bytes.
enum { first_stack = 32 << 10, largest_stack = 512 << 10 };

struct cp_pattern {
  pcre2_code *code;
};

struct cp_room {
  pcre2_match_context *context;
  pcre2_match_data *data;
  pcre2_jit_stack *stack;
};

static CPFault fault_of(int error) {
  switch (error) {
  case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS:
  case PCRE2_ERROR_MISSING_COMMENT_CLOSING:
  case PCRE2_ERROR_MISSING_CONDITION_CLOSING: return CPFaultUnclosedGroup;
  case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS: return CPFaultUnopenedGroup;
  case PCRE2_ERROR_MISSING_SQUARE_BRACKET: return CPFaultUnclosedSet;
  case PCRE2_ERROR_QUANTIFIER_INVALID: return CPFaultNothingToRepeat;
  case PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER:
  case PCRE2_ERROR_QUANTIFIER_TOO_BIG: return CPFaultBadRepeat;
  case PCRE2_ERROR_CLASS_RANGE_ORDER:
  case PCRE2_ERROR_CLASS_INVALID_RANGE:
  case PCRE2_ERROR_ESCAPE_INVALID_IN_CLASS:
  case PCRE2_ERROR_POSIX_CLASS_NOT_IN_CLASS:
  case PCRE2_ERROR_POSIX_NO_SUPPORT_COLLATING:
  case PCRE2_ERROR_UNKNOWN_POSIX_CLASS:
  case PCRE2_ERROR_BACKSLASH_N_IN_CLASS: return CPFaultBadSet;
  case PCRE2_ERROR_END_BACKSLASH:
  case PCRE2_ERROR_END_BACKSLASH_C:
  case PCRE2_ERROR_UNKNOWN_ESCAPE:
  case PCRE2_ERROR_UNSUPPORTED_ESCAPE_SEQUENCE:
  case PCRE2_ERROR_CODE_POINT_TOO_BIG:
  case PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY:
  case PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY:
  case PCRE2_ERROR_BACKSLASH_O_MISSING_BRACE:
  case PCRE2_ERROR_BACKSLASH_C_SYNTAX:
  case PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED:
  case PCRE2_ERROR_INVALID_OCTAL:
  case PCRE2_ERROR_INVALID_HEXADECIMAL:
  case PCRE2_ERROR_MISSING_OCTAL_OR_HEX_DIGITS:
  case PCRE2_ERROR_UNICODE_DISALLOWED_CODE_POINT: return CPFaultUnknownEscape;
  case PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE:
  case PCRE2_ERROR_ZERO_RELATIVE_REFERENCE:
  case PCRE2_ERROR_BAD_RELATIVE_REFERENCE:
  case PCRE2_ERROR_BACKSLASH_G_SYNTAX:
  case PCRE2_ERROR_BACKSLASH_K_SYNTAX:
  case PCRE2_ERROR_SUBPATTERN_NUMBER_TOO_BIG: return CPFaultUnknownReference;
  case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH:
  case PCRE2_ERROR_LOOKBEHIND_TOO_COMPLICATED:
  case PCRE2_ERROR_LOOKBEHIND_TOO_LONG:
  case PCRE2_ERROR_BACKSLASH_K_IN_LOOKAROUND: return CPFaultBadLookbehind;
  case PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY:
  case PCRE2_ERROR_UNRECOGNIZED_AFTER_QUERY_P:
  case PCRE2_ERROR_MISSING_NAME_TERMINATOR:
  case PCRE2_ERROR_DUPLICATE_SUBPATTERN_NAME:
  case PCRE2_ERROR_INVALID_SUBPATTERN_NAME:
  case PCRE2_ERROR_SUBPATTERN_NAME_TOO_LONG:
  case PCRE2_ERROR_SUBPATTERN_NAME_EXPECTED:
  case PCRE2_ERROR_CONDITION_ASSERTION_EXPECTED:
  case PCRE2_ERROR_VERB_UNKNOWN:
  case PCRE2_ERROR_ALPHA_ASSERTION_UNKNOWN:
  case PCRE2_ERROR_INVALID_HYPHEN_IN_OPTIONS: return CPFaultBadGroup;
  case PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP:
  case PCRE2_ERROR_PARENTHESES_STACK_CHECK:
  case PCRE2_ERROR_PATTERN_TOO_LARGE:
  case PCRE2_ERROR_PATTERN_TOO_COMPLICATED:
  case PCRE2_ERROR_PATTERN_STRING_TOO_LONG:
  case PCRE2_ERROR_TOO_MANY_CAPTURES:
  case PCRE2_ERROR_HEAP_FAILED: return CPFaultTooLarge;
  default: return CPFaultOther;
  }
}

// Older versions take no address for no text, even of no length.
static PCRE2_SPTR8 address(const uint8_t *text) { return text != NULL ? text : (const uint8_t *)""; }

cp_pattern *cp_pattern_make(const uint8_t *text, size_t size, CPFault *fault, size_t *offset) {
  *fault = CPFaultTooLarge;
  *offset = 0;
  cp_pattern *pattern = calloc(1, sizeof *pattern);
  pcre2_compile_context *context = pcre2_compile_context_create(NULL);
  if (pattern != NULL && context != NULL) {
    pcre2_set_max_pattern_length(context, longest_pattern);
    pcre2_set_parens_nest_limit(context, deepest_nesting);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    uint32_t options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_CASELESS | PCRE2_MULTILINE | PCRE2_NEVER_UCP |
                       PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT;
    int error = 0;
    pattern->code = pcre2_compile(address(text), size, options, &error, offset, context);
    *fault = fault_of(error);
  }
  pcre2_compile_context_free(context);
  if (pattern == NULL || pattern->code == NULL) {
    free(pattern);
    return NULL;
  }
  // Where the system allows no machine code, the interpreter does the work.
  pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
  return pattern;
}

void cp_pattern_free(cp_pattern *pattern) {
  pcre2_code_free(pattern->code);
  free(pattern);
}

cp_room *cp_room_make(const cp_pattern *pattern) {
  cp_room *room = calloc(1, sizeof *room);
  if (room == NULL) return NULL;
  room->context = pcre2_match_context_create(NULL);
  room->data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
  if (room->context == NULL || room->data == NULL) {
    cp_room_free(room);
    return NULL;
  }
  pcre2_set_match_limit(room->context, step_limit);
  pcre2_set_heap_limit(room->context, memory_limit);
  room->stack = pcre2_jit_stack_create(first_stack, largest_stack, NULL);
  if (room->stack != NULL) pcre2_jit_stack_assign(room->context, NULL, room->stack);
  return room;
}

void cp_room_free(cp_room *room) {
  pcre2_jit_stack_free(room->stack);
  pcre2_match_data_free(room->data);
  pcre2_match_context_free(room->context);
  free(room);
}

CPEnd cp_find(
    const cp_pattern *pattern, cp_room *room, const uint8_t *text, size_t size, size_t start, size_t last,
    size_t *match_start, size_t *match_end) {
  pcre2_set_offset_limit(room->context, last);
  // Texts of a damaged store need not be UTF-8; what was looked at once is known to be.
  uint32_t options = start == 0 ? 0 : PCRE2_NO_UTF_CHECK;
  int result = pcre2_match(pattern->code, address(text), size, start, options, room->data, room->context);
  if (result == PCRE2_ERROR_NOMATCH) return CPEndNotFound;
  if (result < 0) return CPEndGaveUp;
  const size_t *places = pcre2_get_ovector_pointer(room->data);
  *match_start = places[0];
  *match_end = places[1];
  return CPEndFound;
}
