// Built with -mavx2 -mfma on x86-64 (game/CMakeLists.txt): nothing in here may run, or be shared
// with other files, before the machine has been asked. Hence the templates on a width used nowhere
// else.

#include "memory/kernel.h"

#if defined(__AVX2__) && defined(__FMA__)

#include "memory/kernel_lanes.h"

namespace entente::memory {

const Kernel* kernel_for_avx2() { return &LaneKernel<Float8>::kernel; }

} // namespace entente::memory

#else

namespace entente::memory {

const Kernel* kernel_for_avx2() { return nullptr; }

} // namespace entente::memory

#endif
