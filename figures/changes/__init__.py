"""Why a figure has another value than before: the lines between two days, and between two editions."""
