#include "memory/kernel_lanes.h"

namespace entente::memory {

const Kernel& kernel_for_any_machine() { return LaneKernel<Float4>::kernel; }

} // namespace entente::memory
