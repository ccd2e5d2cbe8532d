import pytest
from django.utils import translation

from open_data.licence import LICENCES, licence


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
def test_the_setting_names_a_type_of_kogl(settings, number):
    settings.DATA_LICENCE = number

    with translation.override("en"):
        found = licence()

        assert found is LICENCES[number]
        assert found.code == f"KOGL-{number}"
        assert str(found.name).startswith(f"KOGL type {number}: ")
        assert found.url.startswith("https://www.kogl.or.kr/")
