"""Lists out as files, and files in: what is shown before, what is written, and who may."""

import csv
import datetime
import io
from pathlib import Path

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.roles import ROLES
from agreements.models import Agreement, SigningRound
from companies.models import Alias, Company, Establishment, Representative
from companies.services import publish_company
from editions.models import Edition
from editions.sheets import read_sheet, write_sheet
from sources.models import Source
from tests.factories import make_company, make_place, make_round, make_source

pytestmark = pytest.mark.django_db
FILES = Path(__file__).resolve().parents[2] / "fixtures" / "register"
ADMINS = {model: owner for model, owner in admin.site._registry.items() if getattr(owner, "resource_class", None)}
BROUGHT_IN = [model for model in ADMINS if hasattr(model, "is_public")]


def address(page, model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")


def name_of(model):
    return model._meta.label


def table(text):
    """A CSV file from lines of cells parted by `|`."""
    return "\r\n".join(",".join(line.split("|")) for line in text.split("\n")).encode()


def upload(client, model, content, name="file.csv"):
    return client.post(address("import", model), {"file": SimpleUploadedFile(name, content)})


def confirm(client, model, page, **posted):
    return client.post(address("import", model), {"ticket": page.context["ticket"], **posted})


def counts(page):
    outcome = page.context["outcome"]
    return [len(rows) for rows in (outcome.added, outcome.changed, outcome.unchanged, outcome.refused)]


def reasons(page):
    return {row.number: row.reason for row in page.context["outcome"].refused}


def download(client, model, kind="csv", **query):
    return client.get(address(f"export_{kind}", model), query)


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("model", ADMINS, ids=name_of)
def test_columns_are_those_of_the_register_files(model):
    resource = ADMINS[model].resource_class
    with (FILES / f"{resource._meta.name}.csv").open(encoding="utf-8") as file:
        header = next(csv.reader(file))

    columns = list(resource._meta.fields)
    assert [name for name in columns if name in header] == header


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("model", BROUGHT_IN, ids=name_of)
def test_a_list_taken_out_and_brought_in_changes_nothing(admin_client, register, model, kind):
    editions = Edition.objects.count()
    file = download(admin_client, model, kind)

    page = upload(admin_client, model, file.content, f"file.{kind}")

    assert counts(page) == [0, 0, model.objects.count(), 0]
    assert 'type="submit" class="default"' not in page.content.decode()
    assert Edition.objects.count() == editions


def test_export_holds_what_the_list_shows_filtered_and_searched(admin_client):
    for name, kind in [("나무", "company"), ("나무연구소", "institution"), ("숲", "company")]:
        make_company(name=name, kind=kind)

    assert [row["name"] for row in rows_of(download(admin_client, Company, q="나무"))] == ["나무", "나무연구소"]
    assert [row["name"] for row in rows_of(download(admin_client, Company, kind__exact="company"))] == ["나무", "숲"]
    assert download(admin_client, Company, nonsense="1").headers["Location"] == "./?e=1"


def test_export_names_what_it_refers_to_and_says_only_what_is_known(admin_client):
    company = make_company(name="나무", published=False)
    place = make_place(company=company, opened_on=datetime.date(2022, 3, 31), opened_on_precision="month")
    place.sources.add(make_source(key="a-1"))

    response = download(admin_client, Establishment)

    [row] = rows_of(response)
    assert (row["company"], row["opened_on"], row["sources"]) == ("나무", "2022-03", "a-1")
    assert response["Content-Disposition"].startswith('attachment; filename="establishments-')


def test_preview_shows_what_a_file_does_and_writes_nothing(admin_client):
    make_company(name="나무", published=False)
    make_company(name="숲", published=False, business_ko="목재")
    file = table("name|kind|business_ko|field\n나무|company||\n숲|company|가구|\n풀|company||\n꽃|compny||없음")

    page = upload(admin_client, Company, file)

    [changed], [added] = page.context["outcome"].changed, page.context["outcome"].added
    assert counts(page) == [1, 1, 1, 1]
    assert (changed.number, changed.diff) == (3, [("business_ko", "목재", "가구")])
    assert (added.number, added.diff[0]) == (4, ("name", "", "풀"))
    assert list(reasons(page)) == [5]
    assert reasons(page)[5].startswith("kind: ")
    assert "field: " in reasons(page)[5]
    assert Company.objects.count() == 2
    assert not Company.history.filter(name="풀").exists()
    assert "style=" not in page.content.decode()


def test_confirming_writes_what_was_shown_with_its_history_and_returns_what_was_refused(admin_client, admin_user):
    make_company(name="숲", published=False, business_ko="목재")
    page = upload(admin_client, Company, table("name|kind|business_ko\n숲|company|가구\n풀|company|\n꽃|x|꽃집"))

    done = confirm(admin_client, Company, page)
    refused = admin_client.post(address("import", Company), {"ticket": done.context["ticket"], "refused": ""})

    assert Company.objects.get(name="숲").business_ko == "가구"
    assert Company.objects.get(name="풀").history.latest().history_user == admin_user
    assert not Company.objects.filter(name="꽃").exists()
    assert not Edition.objects.exists()
    [row] = rows_of(refused)
    assert (row["name"], row["business_ko"], row["사유"][:5]) == ("꽃", "꽃집", "kind:")


def test_refused_rows_corrected_come_in_with_the_reason_column_ignored(admin_client):
    page = upload(admin_client, Company, table("name|kind\n꽃|x"))
    file = admin_client.post(address("import", Company), {"ticket": page.context["ticket"], "refused": ""}).content
    corrected = file.decode("utf-8-sig").replace("꽃,x", "꽃,company").encode()

    again = upload(admin_client, Company, corrected)

    assert counts(again) == [1, 0, 0, 0]


def test_the_same_file_twice_changes_nothing(admin_client):
    company = make_company(name="나무")
    file = table("company|order|kind|opened_on\n나무|1|office|2022-03")
    confirm(admin_client, Establishment, upload(admin_client, Establishment, file))
    editions = Edition.objects.count()

    page = upload(admin_client, Establishment, file)

    assert company.establishments.count() == 1
    assert counts(page) == [0, 0, 1, 0]
    assert Edition.objects.count() == editions


def test_new_facts_of_a_published_company_are_one_edition_of_records_with_their_sources(admin_client, admin_user):
    make_company(name="나무")
    source, editions = make_source(key="a-1"), Edition.objects.count()
    file = table("company|order|kind|opened_on|sources\n나무|1|office|2022-03-23|a-1\n나무|2|lab||a-1")

    confirm(admin_client, Establishment, upload(admin_client, Establishment, file))

    made = Edition.objects.first()
    source.refresh_from_db()
    assert Edition.objects.count() == editions + 1
    assert (made.kind, made.made_by) == ("record", admin_user)
    assert source.is_public()


def test_a_published_entry_changes_as_a_correction_with_its_reason(admin_client):
    make_company(name="나무", business_ko="목재")
    editions = Edition.objects.count()
    page = upload(admin_client, Company, table("name|business_ko\n나무|가구"))

    asked = confirm(admin_client, Company, page, edition_reason=" ")
    assert Edition.objects.count() == editions
    confirm(admin_client, Company, asked, edition_reason="업종 정정")

    made = Edition.objects.first()
    assert Company.objects.get().business_ko == "가구"
    assert (made.kind, made.reason, Edition.objects.count()) == ("correct", "업종 정정", editions + 1)


def test_a_register_that_changed_since_the_preview_is_shown_again(admin_client):
    company = make_company(name="나무", published=False, business_ko="목재")
    page = upload(admin_client, Company, table("name|business_ko\n나무|가구"))
    company.business_ko = "종이"
    company.save()

    again = confirm(admin_client, Company, page)

    company.refresh_from_db()
    assert company.business_ko == "종이"
    assert again.context["problem"]
    assert again.context["outcome"].changed[0].diff == [("business_ko", "종이", "가구")]
    confirm(admin_client, Company, again)
    company.refresh_from_db()
    assert company.business_ko == "가구"


def test_a_ticket_is_for_whoever_saw_the_preview_and_for_one_table(admin_client, signed_in):
    page = upload(admin_client, Company, table("name|kind\n나무|company"))
    ticket = {"ticket": page.context["ticket"]}

    other_table = admin_client.post(address("import", Alias), ticket)
    other_person = signed_in("승인").post(address("import", Company), ticket)
    forged = admin_client.post(address("import", Company), {"ticket": "x" + ticket["ticket"]})

    assert {other_table.status_code, other_person.status_code, forged.status_code} == {302}
    assert not Company.objects.exists()


def test_import_neither_publishes_nor_withdraws(admin_client):
    make_company(name="나무")
    make_company(name="숲", published=False)

    page = upload(
        admin_client, Company, table("name|status|kind\n나무|draft|company\n숲|published|company\n풀|published|company")
    )

    assert list(reasons(page)) == [2, 3, 4]


def test_a_status_left_empty_is_left_alone(admin_client):
    make_company(name="나무")

    page = upload(admin_client, Company, table("name|status|business_ko\n나무||가구"))

    assert page.context["outcome"].changed[0].diff == [("business_ko", "", "가구")]


def test_formulas_are_never_worked_out(admin_client):
    file = write_sheet("csv", ["name", "kind", "note_ko"], [["나무", "company", "=HYPERLINK(1)"]])
    confirm(admin_client, Company, upload(admin_client, Company, file))

    out = download(admin_client, Company)

    assert Company.objects.get().note_ko == "=HYPERLINK(1)"
    assert "'=HYPERLINK(1)" in out.content.decode()
    assert counts(upload(admin_client, Company, out.content)) == [0, 0, 1, 0]


REFUSED_ROWS = {
    "unknown company": (Alias, "company|name|kind\n없음|별명|trade"),
    "key left empty": (Alias, "company|name|kind\n나무||trade"),
    "the same row twice": (Alias, "company|name|kind\n나무|별명|trade\n나무|별명|trade"),
    "no date": (Establishment, "company|order|opened_on\n나무|1|2022-02-30"),
    "no number": (Establishment, "company|order|people\n나무|1|다섯"),
    "closed before it opened": (Establishment, "company|order|opened_on|closed_on\n나무|1|2022|2021"),
    "unknown source": (Representative, "company|name|sources\n나무|이완완|x-1"),
    "name too long": (Alias, f"company|name|kind\n나무|{'가' * 101}|trade"),
    "invisible mark in a name": (Alias, "company|name|kind\n나무|가\u202e나|trade"),
    "known by another spelling": (Company, "name|kind\n㈜나무|company"),
    "more cells than columns": (Alias, "company|name|kind\n나무|별명|trade|x"),
    "number of another round": (Agreement, "round|company|number\n136-145|나무|150"),
    "shares numbers": (
        SigningRound,
        "first_number|last_number|number_basis|signing_party|slug\n140|150|printed|광주광역시|x",
    ),
    "round without a party of the city": (SigningRound, "slug|signed_on\n|2021-01-01"),
    "round without any name": (SigningRound, "slug|venue\n|시청"),
    "address taken": (Source, "key|url\nb-1|https://example.org/taken"),
}


@pytest.mark.parametrize(("model", "text"), REFUSED_ROWS.values(), ids=REFUSED_ROWS.keys())
def test_rows_refused_say_why_and_leave_nothing(admin_client, model, text):
    make_company(name="나무", published=False)
    make_round(published=False)
    make_source(key="a-1", url="https://example.org/taken")
    before = model.objects.count()

    page = upload(admin_client, model, table(text))
    confirm(admin_client, model, page)

    last = max(reasons(page))
    assert last == text.count("\n") + 1
    assert len(reasons(page)[last]) > 10
    assert "constraint" not in reasons(page)[last].lower()
    assert model.objects.count() - before == len(page.context["outcome"].added)


def test_an_office_table_of_rounds_needs_no_address_names(admin_client):
    company = make_company(name="나무", published=False)
    text = "slug|first_number|last_number|number_basis|signed_on|signing_party\n"
    rounds = table(text + "|136|145|printed|2022-03-23|광주광역시\n||||2020-08-31|광주광역시")

    confirm(admin_client, SigningRound, upload(admin_client, SigningRound, rounds))
    confirm(admin_client, Agreement, upload(admin_client, Agreement, table("round|company|number\n136-145|나무|141")))

    assert set(SigningRound.objects.values_list("slug", "status")) == {("136-145", "draft"), ("2020-08-31", "draft")}
    assert company.agreements.get().number == 141
    assert counts(upload(admin_client, SigningRound, rounds)) == [0, 0, 2, 0]


def test_a_source_without_key_is_the_one_of_its_address(admin_client):
    make_source(key="a-1", url="https://example.org/1", title="기사")

    page = upload(admin_client, Source, table("key|url|title\n|https://example.org/1|보도\n|https://example.com/2|"))
    confirm(admin_client, Source, page)

    assert counts(page) == [1, 1, 0, 0]
    assert set(Source.objects.values_list("key", "title")) == {("a-1", "보도"), ("example", "")}


@pytest.mark.parametrize(
    "content",
    [table("name|colour\n나무|초록"), table("kind\ncompany"), b"\xd0\xcf\x11\xe0", b""],
    ids=["unknown column", "key missing", "encrypted", "empty"],
)
def test_a_file_that_does_not_fit_is_refused_with_its_form(admin_client, content):
    page = upload(admin_client, Company, content)

    assert page.status_code == 200
    assert page.context["form"].errors["file"]


def test_more_than_a_thousand_changes_are_not_written(admin_client):
    file = table("name|kind\n" + "\n".join(f"기업 {number}|company" for number in range(1001)))
    page = upload(admin_client, Company, file)

    confirm(admin_client, Company, page)

    assert page.context["outcome"].is_too_much
    assert not Company.objects.exists()


@pytest.mark.parametrize(("role", "seen"), [("입력", 200), ("승인", 200), ("관리", 403)])
@pytest.mark.parametrize("model", BROUGHT_IN, ids=name_of)
def test_lists_go_out_and_in_by_permission(signed_in, role, seen, model):
    client = signed_in(role)
    may_add = f"{model._meta.app_label}.add_{model._meta.model_name}" in ROLES[role]

    assert download(client, model).status_code == seen
    assert client.get(address("import", model)).status_code == (200 if may_add else 403)


def test_entry_brings_in_facts_but_not_changes_of_what_is_published(signed_in):
    client, company = signed_in("입력"), make_company(name="나무", business_ko="목재")
    make_round(companies=[make_company(name="숲")])
    files = {
        Company: "name|business_ko\n나무|가구",
        SigningRound: "slug|venue\n136-145|시청",
        Agreement: "round|company|order\n136-145|나무|2",
    }

    pages = {model: upload(client, model, table(text)) for model, text in files.items()}
    confirm(client, Alias, upload(client, Alias, table("company|name|kind\n나무|옛나무|former")))

    assert [counts(page) for page in pages.values()] == [[0, 0, 0, 1]] * 3
    assert company.aliases.get().name == "옛나무"


def test_approval_changes_what_is_published(signed_in):
    client = signed_in("승인")
    make_round(companies=[make_company(name="숲")])

    page = upload(client, SigningRound, table("slug|venue\n136-145|시청"))
    confirm(client, SigningRound, page, edition_reason="장소 추가")

    assert SigningRound.objects.get().venue == "시청"


def test_what_was_published_meanwhile_is_shown_again(admin_client):
    make_company(name="나무", published=False, business_ko="목재")
    page = upload(admin_client, Company, table("name|business_ko\n나무|가구"))
    publish_company(company=Company.objects.get(), by=None)

    again = confirm(admin_client, Company, page)

    assert again.context["problem"]
    assert again.context["outcome"].corrects


def test_lists_offer_what_the_reader_may_do(signed_in):
    page = signed_in("입력").get(address("changelist", Company), {"q": "나무"}).content.decode()

    assert 'href="import/"' in page
    assert 'href="export.xlsx?q=' in page


def test_refused_rows_of_a_workbook_come_back_as_a_workbook(admin_client):
    page = upload(admin_client, Company, write_sheet("xlsx", ["name", "kind"], [["나무", "x"]]), "file.xlsx")

    file = admin_client.post(address("import", Company), {"ticket": page.context["ticket"], "refused": ""})

    sheet = read_sheet(SimpleUploadedFile("file.xlsx", file.content))
    assert (sheet.kind, sheet.columns, sheet.rows[0][1][0]) == ("xlsx", ["name", "kind", "사유"], "나무")
