// libcurl behind plain types: its options are set through variadic functions and macros, neither of which Swift can see.
// What holds for every transfer is decided here: http and https only, certificates checked, no referer, neither
// cookies kept nor redirects followed (the caller does both, and sees each), all encodings that libcurl was built with.

#ifndef NEWSTAPE_CCURL_H
#define NEWSTAPE_CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Sets libcurl up for the whole process, once; 0 where that went well. Any thread may call it.
int cu_setup(void);

// The moment that a date of HTTP names, in seconds since 1970-01-01T00:00:00Z; -1 where it is none.
int64_t cu_date(const char *text);

// How a transfer ended.
typedef enum __attribute__((enum_extensibility(closed))) CUEnd : int32_t {
  CUEndDone = 0,           // there is an answer: look at its status
  CUEndBadAddress = 1,
  CUEndHostNotFound = 2,
  CUEndNoConnection = 3,
  CUEndTimedOut = 4,
  CUEndInsecure = 5,       // the certificate, or the encryption as such
  CUEndRefusedBody = 6,    // the receiver of the body took no more
  CUEndBroken = 7,         // the connection broke, or what came makes no sense
  CUEndNotHTTP = 8,        // what came does not begin as an answer of HTTP does
  CUEndBadCoding = 9,      // the body is not coded as its header says, or in a way that nobody knows
} CUEnd;

// Transfers that run side by side on one thread, and the connections that they share.
typedef struct cu_pool cu_pool;

// `connections`: how many are kept open for the transfers to come. NULL where memory is short.
cu_pool *cu_pool_make(int connections);
// No transfer may be under way.
void cu_pool_free(cu_pool *pool);
// Lets the transfers do what they can at once: bodies are received within. False where libcurl itself fails.
bool cu_pool_run(cu_pool *pool);
// Waits until there is something to do, at most for so long. False where libcurl itself fails.
bool cu_pool_wait(cu_pool *pool, int milliseconds);
// Ends a wait that is going on, or the next one. The one function here that another thread may call.
void cu_pool_wake(cu_pool *pool);
// The context of a transfer that has ended, with how; NULL where none has. It may begin again at once.
void *cu_pool_take_ended(cu_pool *pool, CUEnd *end);

// One transfer after another, as many at a time as there are of these.
typedef struct cu_transfer cu_transfer;

// What all transfers have in common. The texts are copied.
typedef struct cu_options {
  const char *user_agent;
  const char *proxy;         // an address, "" for none at all, or NULL: as the environment says
  int connect_milliseconds;
  size_t header_bytes;       // of all headers of an answer
  size_t error_body_bytes;   // of a body that is of no use: more is worth a new connection
} cu_options;

// Takes bytes of a body, unpacked; false where it wants no more. Called for answers with the status 200 or 203 alone.
typedef bool (*cu_receiver)(void *context, const uint8_t *bytes, size_t size);

// NULL where memory is short.
cu_transfer *cu_transfer_make(const cu_options *options, cu_receiver receiver);
// What is handed to the receiver, and names the transfer when it has ended.
void cu_transfer_set_context(cu_transfer *transfer, void *context);
// The transfer must not be under way.
void cu_transfer_free(cu_transfer *transfer);

// How a transfer goes, beside what it asks for.
typedef struct cu_ways {
  bool fresh;  // over a connection of its own
  bool raw;    // the body is handed over as it comes, whatever its header says of its coding
} cu_ways;

// Begins. The fields are whole lines of a header, copied; NULL for none. False where memory is short.
bool cu_transfer_begin(
    cu_pool *pool, cu_transfer *transfer, const char *address, const char *const *fields, size_t field_count, cu_ways ways);
// Ends a transfer before its time; its connection is closed.
void cu_transfer_stop(cu_pool *pool, cu_transfer *transfer);
// Stops or goes on reading from the connection.
void cu_transfer_hold(cu_transfer *transfer, bool held);

// Whether no answer came over a connection that had been used before: servers close those when they like.
bool cu_transfer_was_stale(cu_transfer *transfer);

// Of the last answer, until the next beginning:
int cu_transfer_status(const cu_transfer *transfer);
// The value of a field, with its size in bytes, and of several with one name that with an index; NULL where the answer has none.
// Valid until the next call.
const uint8_t *cu_transfer_field(cu_transfer *transfer, const char *name, size_t index, size_t *size);
// What has come over the wire so far, in bytes: packed bodies, without headers.
int64_t cu_transfer_received(cu_transfer *transfer);
// The bytes that the answer says its body has, as packed; -1 where it does not say.
int64_t cu_transfer_declared(cu_transfer *transfer);

#endif
