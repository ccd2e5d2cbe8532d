"""Every table of open data by its name, in the order in which they are offered."""

from open_data.datasets.agreements import AGREEMENTS
from open_data.datasets.commitments import COMMITMENTS
from open_data.datasets.companies import COMPANIES
from open_data.datasets.editions import EDITIONS
from open_data.datasets.establishments import ESTABLISHMENTS
from open_data.datasets.representatives import REPRESENTATIVES
from open_data.datasets.rounds import ROUNDS
from open_data.datasets.sources import SOURCES
from open_data.datasets.statements import STATEMENTS

DATASETS = {
    dataset.name: dataset
    for dataset in (
        COMPANIES,
        REPRESENTATIVES,
        ROUNDS,
        AGREEMENTS,
        ESTABLISHMENTS,
        STATEMENTS,
        COMMITMENTS,
        SOURCES,
        EDITIONS,
    )
}
