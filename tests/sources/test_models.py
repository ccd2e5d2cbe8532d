import datetime

import pytest

from sources.models import Source

pytestmark = pytest.mark.django_db
DAY = datetime.date(2022, 3, 23)


def test_key_is_made_from_the_address_and_the_day_and_never_taken_twice():
    first = Source.objects.create(url="http://www.kwangju.co.kr/1", published_on=DAY)
    second = Source.objects.create(url="http://www.kwangju.co.kr/2", published_on=DAY)

    assert (first.key, second.key) == ("kwangju-20220323", "kwangju-20220323-2")


def test_key_of_an_address_that_names_no_site_is_plain():
    assert Source.objects.create(url="http://한국.kr/1").key == "source"


def test_key_given_by_a_person_stays():
    assert Source.objects.create(key="mine", url="http://www.kwangju.co.kr/1").key == "mine"
