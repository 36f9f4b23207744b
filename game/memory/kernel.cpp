#include "memory/kernel_lanes.h"

namespace entente::memory {

const Kernel& kernel_for_any_machine() { return LaneKernel<Float4>::kernel; }

const Kernel& kernel() {
  static const Kernel& chosen = []() -> const Kernel& {
#if defined(__x86_64__)
    const Kernel* newer = kernel_for_avx2();
    if (newer != nullptr && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
      return *newer;
#endif
    return kernel_for_any_machine();
  }();
  return chosen;
}

} // namespace entente::memory
