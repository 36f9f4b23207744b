#pragma once

// The one worker thread, for fitting and large imports: values in, values out, nothing shared.
// Jobs run one after another in the order posted; their values are taken by the main thread.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace entente::service {

template <typename Value> class Worker {
public:
  // Looks at the token often and gives up soon after a stop is asked.
  using Job = std::function<Value(const std::stop_token&)>;

  // `ready` is called on the worker's thread after each value; it wakes the main loop.
  explicit Worker(std::function<void()> ready)
      : ready_(std::move(ready)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() = default; // the thread is asked to stop, then joined

  void post(Job job) {
    {
      const std::scoped_lock lock(mutex_);
      jobs_.push_back(std::move(job));
    }
    posted_.notify_one();
  }

  // Held, it begins no further job: what is posted waits.
  void hold(bool held) {
    {
      const std::scoped_lock lock(mutex_);
      held_ = held;
    }
    posted_.notify_one();
  }

  [[nodiscard]] std::vector<Value> take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(values_, {});
  }

  // Nothing waits and nothing runs: values may be there to take.
  [[nodiscard]] bool idle() {
    const std::scoped_lock lock(mutex_);
    return jobs_.empty() && !running_;
  }

private:
  void run(const std::stop_token& stop) {
    yield_to_the_window();
    for (;;) {
      Job job;
      {
        std::unique_lock lock(mutex_);
        posted_.wait(lock, stop, [this] { return !held_ && !jobs_.empty(); });
        if (stop.stop_requested()) return;
        job = std::move(jobs_.front());
        jobs_.pop_front();
        running_ = true;
      }
      Value value = job(stop);
      {
        const std::scoped_lock lock(mutex_);
        values_.push_back(std::move(value));
        running_ = false;
      }
      ready_();
    }
  }

  // What waits for a frame comes first: a lower priority, which the threads of a fit inherit. Where
  // it is refused the work is done all the same.
  static void yield_to_the_window() {
    constexpr int niceness = 10;
    [[maybe_unused]] const int refused =
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
  }

  std::mutex mutex_;
  std::condition_variable_any posted_;
  std::deque<Job> jobs_;
  std::vector<Value> values_;
  bool running_ = false, held_ = false;
  std::function<void()> ready_;
  std::jthread thread_; // last: it starts when all else is there and ends before any of it goes
};

} // namespace entente::service
