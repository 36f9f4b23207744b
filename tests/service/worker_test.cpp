#include "service/worker.h"

#include <doctest/doctest.h>

#include <chrono>
#include <semaphore>

using entente::service::Worker;

TEST_CASE("jobs run in order and their values are taken by the main thread") {
  std::counting_semaphore<> ready(0);
  Worker<int> worker([&] { ready.release(); });
  for (int i = 0; i < 100; ++i) worker.post([i](const std::stop_token&) { return i * i; });
  for (int i = 0; i < 100; ++i) ready.acquire();
  const auto values = worker.take();
  REQUIRE(values.size() == 100);
  for (int i = 0; i < 100; ++i) CHECK(values[static_cast<std::size_t>(i)] == i * i);
  CHECK(worker.take().empty());
  CHECK(worker.idle());
}

TEST_CASE("a worker that goes asks its job to stop and waits for it") {
  std::binary_semaphore started(0);
  bool stopped = false;
  bool second_began = false;
  {
    Worker<int> worker([] {});
    worker.post([&](const std::stop_token& stop) {
      started.release();
      while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      stopped = true;
      return 0;
    });
    worker.post([&](const std::stop_token&) {
      second_began = true;
      return 1;
    });
    started.acquire();
  }
  CHECK(stopped);
  CHECK_FALSE(second_began);
}

TEST_CASE("a held worker keeps what is posted until it is let go") {
  std::binary_semaphore ready(0);
  Worker<int> worker([&] { ready.release(); });
  worker.hold(true);
  worker.post([](const std::stop_token&) { return 7; });
  CHECK_FALSE(ready.try_acquire_for(std::chrono::milliseconds(50)));
  CHECK_FALSE(worker.idle());
  worker.hold(false);
  ready.acquire();
  CHECK(worker.take() == std::vector<int>{7});
}
