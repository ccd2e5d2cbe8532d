"""How a register says that it was made up. Every page, file and answer that names the register says so in these words.

The fact stands in each edition (`Edition.is_synthetic`), so that a copy of the database has it, and a reader of any
edition learns it with the number of the edition, at no further query. Nothing in the admin can change it.
"""

from django.utils.translation import gettext_lazy as _

SHORT = _("synthetic data")
NOTICE = _("Synthetic data. This register was made up for testing: its companies, people and figures are not real.")
# In names of files, which shall be the same in every language.
MARK = "synthetic"
