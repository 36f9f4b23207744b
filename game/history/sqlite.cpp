#include "history/sqlite.h"

#include <cstring>
#include <utility>

namespace entente::history {

using core::ErrorCode;

bool is_damage(int code) {
  const int primary = code & 0xff;
  return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

core::Error explain(int code, const std::string& detail, const std::string& where) {
  switch (code & 0xff) {
  case SQLITE_FULL:
    return {ErrorCode::not_writable, "The disk is full; nothing was changed.", where,
            "Free some space and try again."};
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return {ErrorCode::not_writable, "The history cannot be written; nothing was changed.", where,
            "Check the permissions of its folder."};
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return {ErrorCode::busy, "Another program holds the history.", where,
            "Close it and try again."};
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return {ErrorCode::malformed, "The history is damaged (" + detail + ").", where,
            "Start again: the newest good backup will be opened."};
  case SQLITE_CANTOPEN:
    return {ErrorCode::not_readable, "The history cannot be opened.", where,
            "Check the permissions of its folder."};
  case SQLITE_CONSTRAINT:
    return {ErrorCode::malformed, "A row breaks the format (" + detail + "); nothing was changed.",
            where, ""};
  case SQLITE_IOERR:
    return {ErrorCode::not_writable, "The disk reported an error; nothing was changed.", where,
            "Check the disk and the space left, and try again."};
  default:
    return {ErrorCode::not_readable, "The history failed: " + detail + ".", where, ""};
  }
}

// --- Statement

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
  check(sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &handle_,
                           nullptr));
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      handle_(std::exchange(other.handle_, nullptr)),
      bound_(other.bound_) {}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::check(int code) const {
  if (code != SQLITE_OK) database_->fail(code);
}

Statement& Statement::bind(std::int64_t value) {
  check(sqlite3_bind_int64(handle_, ++bound_, value));
  return *this;
}

Statement& Statement::bind(double value) {
  check(sqlite3_bind_double(handle_, ++bound_, value));
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  // An empty view may hold a null pointer, which SQLite would take for NULL.
  check(sqlite3_bind_text64(handle_, ++bound_, value.empty() ? "" : value.data(), value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_null() {
  check(sqlite3_bind_null(handle_, ++bound_));
  return *this;
}

Statement& Statement::bind_column(const Statement& row, int column) {
  check(sqlite3_bind_value(handle_, ++bound_, sqlite3_column_value(row.handle_, column)));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    reset();
    database_->fail(code);
  }
  return code == SQLITE_ROW;
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(handle_);
  bound_ = 0;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }
double Statement::real(int column) const { return sqlite3_column_double(handle_, column); }
bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::string_view Statement::view(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

// --- Database

namespace {

std::string uri_of(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : file.string()) {
    if (c == '?' || c == '#' || c == '%') {
      static constexpr char digits[] = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
    } else {
      uri += c;
    }
  }
  return uri;
}

} // namespace

Database::Database(const std::filesystem::path& file, Access access) : where_(file.string()) {
  const bool write = access == Access::write;
  const std::string name =
      uri_of(file) + (access == Access::immutable ? "?immutable=1" : std::string());
  // No locks around each call: a connection is never used by two threads at once.
  const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                    (write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  const int code = sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr);
  if (code != SQLITE_OK) {
    const std::string detail = handle_ != nullptr ? sqlite3_errmsg(handle_) : "no memory";
    sqlite3_close(std::exchange(handle_, nullptr));
    throw Failure{explain(code, detail, where_)};
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, 2000);
}

Database Database::in_memory(std::string_view bytes, std::string where) {
  Database database;
  database.where_ = std::move(where);
  if (sqlite3_open(":memory:", &database.handle_) != SQLITE_OK) database.fail(SQLITE_CANTOPEN);
  sqlite3_db_config(database.handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database.handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  constexpr int instructions = 1'000'000, most_calls = 5'000; // tens of seconds
  auto calls = std::make_shared<int>(0);
  database.calls_ = calls;
  sqlite3_progress_handler(
      database.handle_, instructions,
      [](void* count) { return ++*static_cast<int*>(count) > most_calls ? 1 : 0; }, calls.get());
  if (bytes.empty()) return database;
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  if (copy == nullptr) database.fail(SQLITE_NOMEM);
  std::memcpy(copy, bytes.data(), bytes.size());
  // A file left in write-ahead mode has no log here: read it as it stands.
  if (bytes.size() > 20 && copy[18] == 2) copy[18] = copy[19] = 1;
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  const int code =
      sqlite3_deserialize(database.handle_, "main", copy, size, size,
                          SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
  if (code != SQLITE_OK) database.fail(code);
  return database;
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  unsigned char* data = sqlite3_serialize(handle_, "main", &size, 0);
  if (data == nullptr) fail(SQLITE_NOMEM);
  std::string all(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  sqlite3_free(data);
  return all;
}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      where_(std::move(other.where_)),
      calls_(std::move(other.calls_)) {}

Database::~Database() { sqlite3_close(handle_); }

void Database::fail(int code) const {
  throw Failure{explain(code, sqlite3_errmsg(handle_), where_)};
}

void Database::run(const std::string& sql) const {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::integer(std::string_view sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.text(0) : std::string();
}

void Database::check_pages() const {
  const std::string verdict = text("PRAGMA quick_check(1)");
  if (verdict != "ok") throw Failure{explain(SQLITE_CORRUPT, verdict, where_)};
}

// --- Transaction

Transaction::Transaction(const Database& database) : database_(&database) {
  database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (database_ != nullptr)
    sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_->run("COMMIT");
  database_ = nullptr;
}

} // namespace entente::history
