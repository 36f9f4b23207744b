#pragma once

// SQLite as this folder uses it. Failures are thrown as Failure and turned into Errors by the
// public functions: none leaves the folder.

#include "core/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace entente::history {

struct Failure {
  core::Error error;
};

// What SQLite's result code means to a person. `where` is the file.
[[nodiscard]] core::Error explain(int code, const std::string& detail, const std::string& where);
// True for codes that mean the file's content is broken.
[[nodiscard]] bool is_damage(int code);

class Database;

// A prepared statement.
class Statement {
public:
  Statement(const Database& database, std::string_view sql);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Next parameter, in order.
  Statement& bind(std::int64_t value);
  Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(std::uint64_t value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(double value);
  Statement& bind(std::string_view value);
  Statement& bind(const std::string& value) { return bind(std::string_view(value)); }
  Statement& bind(const char* value) { return bind(std::string_view(value)); }
  Statement& bind_null();
  template <typename T> Statement& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind_null();
  }

  // The value of another statement's column as the next parameter.
  Statement& bind_column(const Statement& row, int column);

  bool step(); // true: a row is there
  void run();  // steps to the end and makes it ready for the next values
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] int number(int column) const { return static_cast<int>(integer(column)); }
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view view(int column) const; // until the next step
  [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int columns() const { return sqlite3_column_count(handle_); }

private:
  void check(int code) const;
  const Database* database_;
  sqlite3_stmt* handle_ = nullptr;
  int bound_ = 0;
};

class Database {
public:
  enum class Access { write, read, immutable }; // immutable: nobody writes, no -shm is made

  Database(const std::filesystem::path& file, Access access);
  // In memory: of a database file's bytes, or a new one when there are none. What its schema names
  // is not trusted, and a statement that runs without end is stopped.
  [[nodiscard]] static Database in_memory(std::string_view bytes, std::string where);
  [[nodiscard]] std::string bytes() const; // as a file would hold them
  Database(Database&& other) noexcept;
  Database& operator=(Database&&) = delete;
  ~Database();

  void run(const std::string& sql) const; // any number of statements
  [[nodiscard]] std::int64_t integer(std::string_view sql) const;
  [[nodiscard]] std::string text(std::string_view sql) const;
  [[nodiscard]] std::int64_t changes() const { return sqlite3_changes64(handle_); }
  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] const std::string& where() const { return where_; }
  // SQLite's own look at every page. Throws Failure{malformed} when one is broken.
  void check_pages() const;

  [[noreturn]] void fail(int code) const;

private:
  Database() = default;
  sqlite3* handle_ = nullptr;
  std::string where_;
  std::shared_ptr<int> calls_; // of the watch over a database in memory
};

// All or nothing: rolls back unless commit() was reached.
class Transaction {
public:
  explicit Transaction(const Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

private:
  const Database* database_;
};

} // namespace entente::history
