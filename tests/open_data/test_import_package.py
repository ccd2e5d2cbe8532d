"""A package loaded into an empty register is the register that was packed; anything else about it is refused."""

import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from agreements.models import SigningRound
from agreements.register_files import load_register
from companies.models import Company, Representative
from editions.models import Edition
from figures.definitions import FIGURES
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import change_days
from open_data.package.loading import import_package
from open_data.package.unpacking import PackageRefused
from open_data.package.writing import CHECKSUMS, FILES
from tests.database_only import empty_register
from tests.factories import make_company, make_round, make_statement
from tests.open_data.packages import files_of, packed, written
