#include "memory/minimise.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace entente::memory {

namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

Vector times(const Curvature& matrix, const Vector& v) {
  Vector product(v.size(), 0);
  for (std::size_t i = 0; i < v.size(); ++i)
    for (std::size_t j = 0; j < v.size(); ++j) product[i] += matrix[i * v.size() + j] * v[j];
  return product;
}

// Cholesky's lower factor; none when the matrix is not safely positive definite.
std::optional<Curvature> factor(Curvature a, std::size_t n) {
  for (std::size_t j = 0; j < n; ++j) {
    const double whole = a[j * n + j];
    for (std::size_t k = 0; k < j; ++k) a[j * n + j] -= a[j * n + k] * a[j * n + k];
    if (!(a[j * n + j] > 1e-10 * std::max(whole, 1e-12))) return std::nullopt;
    a[j * n + j] = std::sqrt(a[j * n + j]);
    for (std::size_t i = j + 1; i < n; ++i) {
      for (std::size_t k = 0; k < j; ++k) a[i * n + j] -= a[i * n + k] * a[j * n + k];
      a[i * n + j] /= a[j * n + j];
    }
  }
  return a;
}

Vector solve(const Curvature& lower, Vector b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= lower[i * n + k] * b[k];
    b[i] /= lower[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= lower[k * n + i] * b[k];
    b[i] /= lower[i * n + i];
  }
  return b;
}

// Grows the diagonal, by its own scale, until the matrix has a factor.
Curvature made_positive(const Curvature& matrix, std::size_t n) {
  for (double more = 0;; more = std::max(1e-6, more * 4)) {
    Curvature raised = matrix;
    for (std::size_t i = 0; i < n; ++i)
      raised[i * n + i] += more * std::max(std::abs(matrix[i * n + i]), 1e-6);
    if (factor(raised, n)) return raised;
  }
}

class Descent {
public:
  Descent(const Objective& objective, Vector at, const Bounds& bounds, Curvature curvature)
      : objective_(objective),
        bounds_(bounds),
        at_(std::move(at)),
        gradient_(at_.size()),
        curvature_(made_positive(curvature, at_.size())) {
    value_ = evaluate(at_, gradient_);
  }

  // Moves to a better point; returns how much was gained (0: none found).
  double step() {
    const Vector direction = towards();
    double length = 1;
    for (int tries = 0; tries < 20; ++tries) {
      Vector to = at_;
      for (std::size_t i = 0; i < to.size(); ++i) to[i] += length * direction[i];
      project(to);
      Vector move(to.size());
      for (std::size_t i = 0; i < to.size(); ++i) move[i] = to[i] - at_[i];
      const double slope = dot(gradient_, move);
      Vector gradient(to.size());
      const double value = evaluate(to, gradient);
      if (value <= value_ + 1e-4 * slope)
        return accept(std::move(to), move, std::move(gradient), value);
      length *= std::isfinite(value)
                    ? std::clamp(slope / (2 * (slope - (value - value_))), 0.1, 0.5)
                    : 0.1;
    }
    return 0;
  }

  [[nodiscard]] int evaluations() const { return evaluations_; }
  [[nodiscard]] double value() const { return value_; }
  Minimum result() && { return {std::move(at_), value_, std::move(curvature_), evaluations_}; }

private:
  double evaluate(const Vector& at, Vector& gradient) {
    ++evaluations_;
    return objective_(at, gradient);
  }

  void project(Vector& point) const {
    for (std::size_t i = 0; i < point.size(); ++i)
      point[i] = std::clamp(point[i], bounds_.low[i], bounds_.high[i]);
  }

  // Variables not held at a bound by the gradient.
  [[nodiscard]] std::vector<std::size_t> free() const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < at_.size(); ++i)
      if (!(at_[i] <= bounds_.low[i] && gradient_[i] > 0) &&
          !(at_[i] >= bounds_.high[i] && gradient_[i] < 0))
        found.push_back(i);
    return found;
  }

  // Newton's direction in the free variables.
  [[nodiscard]] Vector towards() const {
    const auto open = free();
    const std::size_t n = open.size();
    Curvature part(n * n);
    Vector downhill(n);
    for (std::size_t i = 0; i < n; ++i) {
      downhill[i] = -gradient_[open[i]];
      for (std::size_t j = 0; j < n; ++j)
        part[i * n + j] = curvature_[open[i] * at_.size() + open[j]];
    }
    const Vector found = solve(*factor(made_positive(part, n), n), std::move(downhill));
    Vector direction(at_.size(), 0);
    for (std::size_t i = 0; i < n; ++i) direction[open[i]] = found[i];
    return direction;
  }

  double accept(Vector to, const Vector& move, Vector gradient, double value) {
    Vector change(to.size());
    for (std::size_t i = 0; i < to.size(); ++i) change[i] = gradient[i] - gradient_[i];
    update(move, std::move(change));
    const double gained = value_ - value;
    at_ = std::move(to);
    gradient_ = std::move(gradient);
    value_ = value;
    return gained;
  }

  // BFGS, damped as Powell has it so that the matrix stays positive definite.
  void update(const Vector& move, Vector change) {
    const Vector bent = times(curvature_, move);
    const double expected = dot(move, bent);
    if (!(expected > 0)) return;
    const double met = dot(move, change);
    if (met < 0.2 * expected) {
      const double share = 0.8 * expected / (expected - met);
      for (std::size_t i = 0; i < change.size(); ++i)
        change[i] = share * change[i] + (1 - share) * bent[i];
    }
    const double scale = dot(move, change);
    const std::size_t n = move.size();
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        curvature_[i * n + j] += change[i] * change[j] / scale - bent[i] * bent[j] / expected;
  }

  const Objective& objective_;
  const Bounds& bounds_;
  Vector at_;
  Vector gradient_;
  Curvature curvature_;
  double value_ = 0;
  int evaluations_ = 0;
};

} // namespace

Curvature measured_curvature(const Objective& objective, std::vector<double> at,
                             const Bounds& bounds, std::span<const double> steps) {
  const std::size_t n = at.size();
  Vector here(n);
  Vector there(n);
  Curvature matrix(n * n);
  objective(at, here);
  for (std::size_t i = 0; i < n; ++i) {
    const double from = at[i];
    const double step = from + steps[i] > bounds.high[i] ? -steps[i] : steps[i];
    at[i] += step;
    objective(at, there);
    at[i] = from;
    for (std::size_t j = 0; j < n; ++j) matrix[i * n + j] = (there[j] - here[j]) / step;
  }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j)
      matrix[i * n + j] = matrix[j * n + i] = (matrix[i * n + j] + matrix[j * n + i]) / 2;
  return matrix;
}

Minimum minimise(const Objective& objective, std::vector<double> at, const Bounds& bounds,
                 Curvature curvature, const MinimiseOptions& options) {
  Descent descent(objective, std::move(at), bounds, std::move(curvature));
  for (int idle = 0; idle < 2 && descent.evaluations() < options.evaluations;) {
    if (options.stop.stop_requested()) break;
    const double gained = descent.step();
    idle = gained < options.tolerance * std::abs(descent.value()) ? idle + 1 : 0;
    if (gained == 0) break;
    if (options.progress) options.progress(descent.evaluations());
  }
  return std::move(descent).result();
}

} // namespace entente::memory
