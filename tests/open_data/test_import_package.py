"""A package loaded into an empty register is the register that was packed; anything else about it is refused."""

import zipfile
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agreements.models import SigningRound
from agreements.register_files import load_register
from companies.models import Company, Representative
from editions.models import Edition
from editions.past import register_at
from editions.services import edition, latest_number
from open_data.package.loading import import_package
from open_data.package.unpacking import PackageRefused
from open_data.package.writing import CHECKSUMS
from tests.factories import make_company, make_place, make_round, make_source, make_statement
from tests.figures.random_register import RandomRegister
from tests.open_data.packages import days_of_change, empty_register, every_figure, files_of, packed, written


@pytest.fixture
def package(db, tmp_path):
    """The files of a package of a small register, which is gone."""
    make_round(companies=[make_company(name="나무"), make_company(name="=숲")])
    make_statement()
    files = files_of(written(latest_number()))
    empty_register()
    return files


def changed(files, name, old, new):
    assert old.encode() in files[name]
    return files | {name: files[name].replace(old.encode(), new.encode(), 1)}


@pytest.mark.usefixtures("register")
def test_every_figure_of_many_days_is_that_of_the_source(tmp_path):
    days = days_of_change()[::4]
    before, content = every_figure(days), files_of(written())
    empty_register()

    imported = import_package(packed(content, tmp_path / "package.zip"))

    assert every_figure(days) == before
    assert len(days) > 25
    assert (imported.edition, imported.compared, imported.passed_over) == (
        1,
        content["figures.csv"].count(b"\n") - 1,
        [],
    )
    again = files_of(written())
    assert {name for name in content if content[name] != again[name]} <= {"datapackage.json", CHECKSUMS}


@pytest.mark.parametrize("seed", [1, 2])
def test_any_edition_of_any_register_comes_back_whole(db, tmp_path, seed):
    make_company(), make_company()
    register = RandomRegister(seed)
    for _change in range(20):
        register.change()
    number = latest_number() - 5
    with register_at(number):
        days = days_of_change()
        before = every_figure(days)
    path = packed(files_of(written(number)), tmp_path / "package.zip")
    empty_register()

    import_package(path)

    assert every_figure(days) == before


def test_what_only_a_number_tells_apart_comes_back_apart(db, tmp_path):
    first, second = make_company(name="나무"), make_company(name="나무")
    with edition(by=None, kind=Edition.Kind.CORRECT):
        for order in (1, 1):
            Representative.objects.create(company=second, name="김하늘", order=order)
    round = make_round(numbers=None, companies=[second])
    make_place(company=second)
    path = packed(files_of(written(latest_number())), tmp_path / "package.zip")
    empty_register()

    import_package(path)

    assert set(Company.objects.values_list("pk", "name")) == {(first.pk, "나무"), (second.pk, "나무")}
    assert SigningRound.objects.get().pk == round.pk
    assert [agreement.company_id for agreement in SigningRound.objects.get().agreements.all()] == [second.pk]
    assert Company.objects.get(pk=second.pk).representatives.count() == 2
    assert Company.objects.get(pk=second.pk).establishments.count() == 1


def test_rows_that_are_added_later_get_numbers_of_their_own(package, tmp_path):
    import_package(packed(package, tmp_path / "package.zip"))

    company = make_company()

    assert company.pk > max(Company.objects.exclude(pk=company.pk).values_list("pk", flat=True))
    assert Company.objects.filter(name="=숲").exists()


def test_the_files_of_a_package_also_load_into_a_register_that_has_rows(package, tmp_path):
    """By their names: a company that is there already is not another one for its number."""
    for name, content in package.items():
        (tmp_path / name).write_bytes(content)
    for _serial in range(3):
        make_company()
    tree = make_company(name="나무")

    load_register(tmp_path)

    assert Company.objects.get(name="나무").pk == tree.pk
    assert Company.objects.count() == 5


def test_the_command_says_what_it_loaded(package, tmp_path):
    out = StringIO()

    call_command("import_package", str(packed(package, tmp_path / "package.zip")), stdout=out)

    assert "companies              2\n" in out.getvalue()
    assert "values of figures are those of edition" in out.getvalue()


def test_the_command_writes_the_package_of_an_edition(db, tmp_path):
    make_round()
    first, last = tmp_path / "1.zip", tmp_path / "last.zip"

    call_command("export_package", str(first), edition=1, stdout=StringIO())
    call_command("export_package", str(last), stdout=StringIO())

    assert (first.read_bytes(), last.read_bytes()) == (written(1), written(latest_number()))
    with pytest.raises(CommandError, match="There is no edition 9: the latest one is"):
        call_command("export_package", str(first), edition=9)


@pytest.mark.parametrize("make", [make_company, make_source, make_statement, lambda: make_company(published=False)])
def test_a_register_that_is_not_empty_is_left_alone(package, tmp_path, make):
    make()

    with pytest.raises(PackageRefused, match="The register is not empty"):
        import_package(packed(package, tmp_path / "package.zip"))

    assert not SigningRound.objects.exists()


def refusal(files, path, **options):
    with pytest.raises(CommandError) as refused:
        call_command("import_package", str(packed(files, path, **options)))
    assert (Edition.objects.count(), Company.objects.count()) == (0, 0)
    return str(refused.value)


def test_a_wrong_byte_is_found_by_its_checksum(package, tmp_path):
    spoilt = changed(package, "companies.csv", "나무", "너무")

    said = refusal(spoilt, tmp_path / "package.zip", checksums=False)

    assert "companies.csv" in said


@pytest.mark.parametrize("name", ["../rounds.csv", "/etc/passwd", "more.csv", "a/../rounds.csv", "rounds.csv/"])
def test_a_file_that_is_none_of_a_package_is_refused(package, tmp_path, name):
    said = refusal(package | {name: b"x"}, tmp_path / "package.zip")

    assert name in said


def test_a_name_that_stands_twice_is_refused(package, tmp_path):
    path = packed(package, tmp_path / "package.zip")
    with zipfile.ZipFile(path, "a") as again, pytest.warns(UserWarning, match="Duplicate name"):
        again.writestr("rounds.csv", package["rounds.csv"])

    with pytest.raises(PackageRefused, match=r"rounds\.csv"):
        import_package(path)


@pytest.mark.parametrize("name", ["rounds.csv", "figures.csv", "datapackage.json", CHECKSUMS])
def test_a_missing_file_is_named(package, tmp_path, name):
    files = {other: content for other, content in package.items() if other != name}

    assert name in refusal(files, tmp_path / "package.zip", checksums=name != CHECKSUMS)


def test_what_unpacks_to_far_more_than_it_is_is_refused(package, tmp_path):
    bomb = package | {"rounds.csv": b"0" * (8 * 1024 * 1024)}

    assert "would unpack to more" in refusal(bomb, tmp_path / "package.zip")


def test_what_lies_about_its_size_is_refused(package, tmp_path):
    path = packed(package, tmp_path / "package.zip")
    size = len(package["rounds.csv"]).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (10).to_bytes(4, "little")))

    with pytest.raises(PackageRefused):
        import_package(path)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" + b"0" * 100])
def test_what_is_no_zip_is_refused(db, tmp_path, content):
    path = tmp_path / "package.zip"
    path.write_bytes(content)

    with pytest.raises(CommandError, match="ZIP"):
        call_command("import_package", str(path))


@pytest.mark.parametrize(
    ("old", "new"),
    [('"name": "gwangju-ai-agreements"', '"name": "other"'), ('"layout": 1', '"layout": 2'), ("{", "[")],
)
def test_a_package_of_something_else_is_refused(package, tmp_path, old, new):
    assert (
        "datapackage.json" in refusal(changed(package, "datapackage.json", old, new), tmp_path / "package.zip") or new
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("rounds.csv", "2022-03-23", "2022-02-30", "rounds.csv, row 2, signed_on"),
        ("agreements.csv", "\r\n", "\r\nx,", "agreements.csv, row 2"),
        ("companies.csv", "id,name", "id,status,name", "companies.csv"),
        ("companies.csv", "id,name", "id,business_number", "companies.csv, row 2, business_number"),
        ("companies.csv", "id,", "number,", "companies.csv, row 2"),
    ],
)
def test_a_fault_in_a_row_is_named_with_its_place(package, tmp_path, name, old, new, words):
    assert words in refusal(changed(package, name, old, new), tmp_path / "package.zip")


def test_a_figure_that_comes_out_differently_stops_everything(package, tmp_path):
    (told,) = [row for row in package["figures.csv"].decode().splitlines() if row.startswith("agreements,")]
    other = changed(package, "figures.csv", told, told.replace(",145,", ",146,"))

    said = refusal(other, tmp_path / "package.zip")

    assert "agreements: 146" in said


def test_a_figure_of_another_rule_is_passed_over(package, tmp_path):
    (told,) = [row for row in package["figures.csv"].decode().splitlines() if row.startswith("agreements,")]
    other = changed(package, "figures.csv", told, told.replace(",145,", ",146,")[:-1] + "99")

    imported = import_package(packed(other, tmp_path / "package.zip"))

    assert imported.passed_over == ["agreements"]
