"""Loading the register from files: all or nothing, twice the same, and a fault is named by file, row and field."""

import csv
import dataclasses
import shutil

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from agreements.merges import merge_companies
from agreements.models import Agreement, SigningRound
from companies.models import Alias, Company, Establishment
from companies.services import rename_company
from editions.models import Edition
from figures.definitions import FIGURES
from figures.figure import Explanation, Rows
from tests.conftest import REGISTER_FILES

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(REGISTER_FILES, tmp_path / "register")


@pytest.fixture
def one_round(folder):
    """The files with the round 136-145 alone: what is refused is refused alike, and twenty times sooner."""
    of_round = [row for row in read(folder / "agreements.csv") if row["round"] == "136-145"]
    kept = {"round": {"136-145"}, "slug": {"134-135", "136-145", "2022-03-23"}, "statement": {"2022-03-23"}}
    kept |= {"company": {row["company"] for row in of_round} | {""}}
    for path in folder.glob("*.csv"):
        columns = kept | ({"name": kept["company"]} if path.stem == "companies" else {})
        keep(path, lambda row, columns=columns: all(row[name] in columns[name] for name in columns.keys() & row.keys()))
    return folder


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return csv.DictReader(file.readlines())


def keep(path, is_kept):
    table = read(path)
    rows = [row for row in table if is_kept(row)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def load(folder, **options):
    call_command("load_register", folder, **options)


def replace(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_register_holds_what_the_reports_tell(register):
    places = Establishment.objects.filter(opened_on=None, confirmed_on=None)

    assert (SigningRound.objects.count(), Agreement.objects.count()) == (57, 224)
    assert (Establishment.objects.count(), places.count()) == (31, 6)
    assert Company.objects.get(name="이모라이브").representatives.count() == 2


def test_the_round_of_low_confidence_is_a_draft(register):
    drafts = SigningRound.objects.exclude(status="published")

    assert [name for round in drafts for name in round.agreements.values_list("company__name", flat=True)] == [
        "에티포스",
        "테너지소프트",
    ]


def test_a_second_run_changes_nothing(register, folder, capsys):
    load(folder)

    assert "0 added     0 changed  1293 unchanged" in capsys.readouterr().out
    assert Edition.objects.count() == 1
    assert (
        Company.history.filter(name="렉스소프트", edition_from__isnull=False, edition_until__isnull=True).count() == 1
    )


def test_a_corrected_row_is_changed_and_makes_one_edition(register, folder, capsys):
    replace(folder, "rounds.csv", "AI창업캠프1관 (동구 금남로)", "AI창업캠프1관")

    load(folder)

    assert "0 added     1 changed  1292 unchanged" in capsys.readouterr().out
    assert SigningRound.objects.get(slug="136-145").venue == "AI창업캠프1관"
    assert Edition.objects.count() == 2


def test_what_only_the_database_has_is_left_alone(register, folder, capsys):
    Company.objects.create(name="직원이 넣은 회사")

    load(folder)

    assert "1 only in the database, left alone" in capsys.readouterr().out


def test_a_register_that_is_there_is_not_loaded_over(register, folder, capsys):
    replace(folder, "rounds.csv", "AI창업캠프1관 (동구 금남로)", "AI창업캠프1관")

    load(folder, if_empty=True)

    assert SigningRound.objects.get(slug="136-145").venue == "AI창업캠프1관 (동구 금남로)"


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("rounds.csv", "2022-03-23,", "2022-02-30,", ("rounds.csv, row", "signed_on", "2022-02-30")),
        ("rounds.csv", "136,145", "145,136", ("rounds.csv, row",)),
        ("rounds.csv", "136,145", "135,145", ("rounds.csv, row", "first_number")),
        ("agreements.csv", "렉스소프트", "없는회사", ("agreements.csv, row", "company", "없는회사")),
        ("agreements.csv", "비투엔", "렉스소프트", ("agreements.csv, row", "company", "The same as in row")),
        ("companies.csv", "name,status", "nom,status", ("companies.csv, row 2, nom",)),
        ("companies.csv", ",published,", ",public,", ("companies.csv, row 2, status",)),
        ("statement_figures.csv", ",94,135,", ",-94,135,", ("statement_figures.csv, row",)),
        ("statement_figures.csv", ",94,135,", ",viele,135,", ("statement_figures.csv, row", "value", "viele")),
        ("establishments.csv", "company,order", '"company,order', ("establishments.csv, row",)),
        ("sources.csv", "key,title", "key,title,more", ("sources.csv, row 2",)),
    ],
)
def test_a_broken_file_is_named_by_file_row_and_field_and_changes_nothing(one_round, file, old, new, named):
    replace(one_round, file, old, new)

    with pytest.raises(CommandError) as refused:
        load(one_round)

    assert "Nothing was changed." in str(refused.value)
    assert all(part in str(refused.value) for part in named)
    assert (Company.objects.count(), Edition.objects.count()) == (0, 0)


def test_a_missing_file_is_named(folder):
    (folder / "districts.csv").unlink()

    with pytest.raises(CommandError, match=r"districts\.csv"):
        load(folder)


def test_a_file_that_is_not_utf8_is_named(folder):
    (folder / "fields.csv").write_bytes("분야".encode("cp949"))

    with pytest.raises(CommandError, match=r"fields\.csv.*UTF-8"):
        load(folder)


def test_a_file_that_calls_a_company_by_the_name_it_gave_up_is_refused(register, folder):
    company = Company.objects.get(name="렉스소프트")
    rename_company(company=company, name="렉스AI", renamed_on=None, by=None, reason="사명 변경")

    with pytest.raises(CommandError, match=r"companies\.csv, row \d+, name: .*'렉스AI'"):
        load(folder)

    assert not Company.objects.filter(name="렉스소프트").exists()


def test_a_file_that_names_a_company_merged_since_is_refused(register, folder):
    kept, merged = (Company.objects.get(name=name) for name in ("나무기술", "티맥스"))
    merge_companies(kept=kept, merged=merged, by=None, reason="같은 기업")

    with pytest.raises(CommandError, match=r"companies\.csv, row \d+, name: .*'나무기술'"):
        load(folder)

    assert not merged.agreements.exists()


def test_dates_of_a_name_may_stand_in_the_file(one_round):
    rows = "company,name,kind,used_from,used_until\n렉스소프트,렉스,former,,2024-03\n"
    (one_round / "aliases.csv").write_text(rows, encoding="utf-8")

    load(one_round)

    alias = Alias.objects.get()
    assert (alias.used_from, str(alias.used_until), alias.used_until_precision) == (None, "2024-03-31", "month")


def test_figures_that_do_not_agree_stop_the_load(one_round, self_checked, monkeypatch):
    figure, seven = FIGURES["rounds_without_date"], Explanation(7, Rows())
    monkeypatch.setitem(FIGURES, figure.key, dataclasses.replace(figure, explain=lambda sums, day: seven))

    with override("en"), pytest.raises(CommandError, match=r"(?s)Nothing was changed\..+7 by the first way, 0 by the"):
        call_command("load_register", one_round)

    assert not SigningRound.objects.exists()
