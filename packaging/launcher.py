"""What the frozen program starts with."""

import sys

from hc18viewer.__main__ import main

sys.exit(main())
