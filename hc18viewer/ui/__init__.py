"""The window: shows state and reports intent; holds no rule of the domain."""

# Once Qt is there, PySide reads the source of each module that is imported, to see whether it uses
# Qt: what is needed at the start and does not use it is imported before.
import hc18viewer.dataset.study
import hc18viewer.geometry.difference
import hc18viewer.services.case_state
import hc18viewer.settings  # noqa: F401
