import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from companies.forms import BusinessNumberField
from companies.models import BusinessNumber
from tests.factories import make_company, make_round

RIGHT, ANOTHER = "1234567891", "9876543215"


@pytest.mark.parametrize("typed", [RIGHT, "123-45-67891", " 123 45 67891 ", "１２３－４５－６７８９１", "123–45–67891"])
def test_number_is_taken_however_it_is_typed(typed):
    assert BusinessNumberField().clean(typed) == RIGHT


@pytest.mark.parametrize("typed", ["123-45-6789", "123-45-678912", "123-45-6789a", "000"])
def test_what_has_not_ten_digits_is_refused(typed):
    with pytest.raises(ValidationError):
        BusinessNumberField().clean(typed)


@pytest.mark.parametrize(("number", "right"), [(RIGHT, True), ("1234567890", False), (ANOTHER, True)])
def test_check_digit(number, right):
    assert BusinessNumber(number=number).agrees_with_its_check_digit is right


def test_number_is_shown_in_its_three_groups():
    assert str(BusinessNumber(number=RIGHT)) == "123-45-67891"
    assert BusinessNumberField().prepare_value(RIGHT) == "123-45-67891"
    assert BusinessNumberField().prepare_value("12-3") == "12-3"


@pytest.mark.django_db
def test_the_database_refuses_a_number_twice_and_what_is_none():
    BusinessNumber.objects.create(company=make_company(), number=RIGHT)

    for number in (RIGHT, "123456789", "12345678 1"):
        with pytest.raises(IntegrityError), transaction.atomic():
            BusinessNumber.objects.create(company=make_company(), number=number)


@pytest.mark.django_db
def test_history_is_kept_without_an_edition():
    number = BusinessNumber.objects.create(company=make_company(), number=RIGHT)
    number.number = ANOTHER
    number.save()

    assert list(number.history.values_list("number", flat=True)) == [ANOTHER, RIGHT]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/companies/", "/companies/{}/", "/rounds/136-145/", "/api/v1/figures/"])
def test_number_is_never_public(client, address):
    company = make_company()
    make_round(companies=[company])
    BusinessNumber.objects.create(company=company, number=RIGHT)

    page = client.get(address.format(company.pk))

    assert page.status_code == 200
    assert not any(shown in page.content.decode() for shown in (RIGHT, "123-45-67891"))


@pytest.mark.django_db
def test_nobody_finds_a_company_by_its_number(client):
    BusinessNumber.objects.create(company=make_company(name="렉스소프트"), number=RIGHT)

    assert "렉스소프트" not in client.get("/companies/", {"q": RIGHT}).content.decode()
