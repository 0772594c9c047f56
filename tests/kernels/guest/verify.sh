# SPDX-License-Identifier: Apache-2.0
# Every program of an object, each offered to this kernel's verifier alone.

verify /bin/object.o >/out/verified 2>/out/verified.errors
