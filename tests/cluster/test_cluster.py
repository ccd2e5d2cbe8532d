"""What one server publishes, the next reader of every other sees; and whichever server is gone, nobody is told so."""

import json
import re
import time
from contextlib import contextmanager
from urllib.request import Request, urlopen

from deploy.cluster.server import HOST
from editions.replica import PAUSE
from tests.cluster.readers import PATIENCE, Reading, publish_every
from tests.cluster.staff import Staff

DAYS = iter(range(1, 32))
DRAFT = "from tests.cluster.publication import draft; print('key', draft().pk)"


def get(server, path):
    """(headers, text) of an answer; under one name, for answers hold whole addresses."""
    asked = Request(f"http://{HOST}:{server.port}{path}", headers={"Host": "localhost"})
    with urlopen(asked, timeout=PATIENCE) as answer:
        return answer.headers, answer.read().decode()


def edition_of(server, path="/api/v1/figures/"):
    return json.loads(get(server, path)[1])["edition"]


def cold(path):
    """An address that nobody has asked for yet."""
    return f"{path}?as_of=2025-03-{next(DAYS):02}"


@contextmanager
def questions(database):
    """The statements that a database is asked in this block."""
    asked, said = [], database.log.stat().st_size
    database.ask("ALTER SYSTEM SET log_statement = 'all'")
    database.ask("SELECT pg_reload_conf()")
    wait_until(lambda: database.ask("SHOW log_statement") == [("all",)])
    try:
        yield asked
    finally:
        asked += database.log.read_bytes()[said:].decode().split("LOG:  statement: ")
        database.ask("ALTER SYSTEM RESET log_statement")
        database.ask("SELECT pg_reload_conf()")


def is_read_from(database, server, path):
    """Whether a page that is made for this is made from that database."""
    with questions(database) as asked:
        get(server, path)
    return any("companies_company" in question for question in asked)


def came_to_nginx(cluster, path, times):
    """How nginx came to its answers to a path that was asked for so many times; it writes that after it answered."""
    log = cluster.folder / "nginx-access.log"
    line = re.compile(rf" GET {re.escape(path)} .* (\w+)$", re.MULTILINE)
    wait_until(lambda: len(line.findall(log.read_text())) == times)
    return line.findall(log.read_text())


def wait_for_replica(cluster):
    """Until the replica has what the primary has."""
    newest = "SELECT max(number) FROM editions_edition"
    wait_until(lambda: cluster.replica.ask(newest) == cluster.primary.ask(newest))


def wait_until(is_so):
    """A busy machine takes its time."""
    for _attempt in range(600):
        if is_so():
            return
        time.sleep(0.1)
    raise AssertionError("It did not become so within a minute.")


def test_what_staff_publishes_through_one_server_the_next_reader_of_the_other_sees(cluster, publisher):
    first, second = cluster.apps
    name, password = re.search(r"Name: (\S+)  Password: (\S+)", cluster.said).groups()
    staff, before = Staff(first, name, password), edition_of(second)
    key = re.search(r"key (\d+)", cluster.manage("shell", "-c", DRAFT)).group(1)
    for server in (first, second, cluster.nginx):
        get(server, "/")

    staff.publish_round(key)

    assert [edition_of(server) for server in (second, cluster.nginx, first)] == [before + 1] * 3
    for server in (second, cluster.nginx, first):
        assert f'<a href="/editions/{before + 1}/">제{before + 1}판</a>' in get(server, "/")[1]


def test_what_one_server_made_the_other_and_nginx_need_not_make_again(cluster):
    path = cold("/companies/")

    came = [get(server, path)[0]["Cache-Status"] for server in cluster.apps]
    for _time in range(2):
        get(cluster.nginx, path)

    assert came == ["pages; fwd=miss; stored", "pages; hit"]
    assert came_to_nginx(cluster, path, 2) == ["MISS", "REVALIDATED"]


def test_whoever_is_signed_in_gets_nothing_out_of_nginx_and_puts_nothing_in(cluster):
    name, password = re.search(r"Name: (\S+)  Password: (\S+)", cluster.said).groups()
    staff, path = Staff(cluster.nginx, name, password), cold("/rounds/")

    staff.read(path)
    get(cluster.nginx, path)

    assert came_to_nginx(cluster, path, 2) == ["BYPASS", "MISS"]


def test_pages_are_read_from_the_replica(cluster, publisher):
    publisher.publish()
    wait_for_replica(cluster)

    assert is_read_from(cluster.replica, cluster.apps[0], cold("/companies/"))
    assert not is_read_from(cluster.primary, cluster.apps[0], cold("/companies/"))


def test_nobody_reads_an_old_edition_from_a_replica_that_lags_behind(cluster, publisher):
    wait_for_replica(cluster)
    cluster.replica.ask("SELECT pg_wal_replay_pause()")
    try:
        edition = publisher.publish()

        said = [edition_of(server) for server in (*cluster.apps, cluster.nginx)]

        assert said == [edition] * 3
        assert is_read_from(cluster.primary, cluster.apps[1], cold("/companies/"))
    finally:
        cluster.replica.ask("SELECT pg_wal_replay_resume()")
    wait_for_replica(cluster)
    assert is_read_from(cluster.replica, cluster.apps[1], cold("/companies/"))


def test_a_replica_that_is_gone_is_not_missed_and_is_used_when_it_is_back(cluster, publisher):
    with Reading(cluster, publisher, 8) as seen:
        time.sleep(1)
        cluster.replica.kill()
        edition = publisher.publish()
        said = [edition_of(server) for server in cluster.apps]
        time.sleep(2)
    cluster.replica.start()
    time.sleep(PAUSE + 1)
    wait_for_replica(cluster)

    assert said == [edition] * 2
    assert not seen.faults(publisher.recorded)
    assert is_read_from(cluster.replica, cluster.apps[0], cold("/companies/"))
    assert "The replica does not answer" in cluster.apps[0].log.read_text() + cluster.apps[1].log.read_text()


def test_nobody_notices_that_a_server_is_killed(cluster, publisher):
    with Reading(cluster, publisher, 20) as seen:
        time.sleep(2)
        cluster.apps[0].kill()
        answered = len(seen.seconds)
        publish_every(3, publisher, until=time.monotonic() + 6)
    cluster.apps[0].start()

    assert not seen.faults(publisher.recorded)
    assert len(seen.seconds) > answered > 0


def test_without_redis_everything_is_slower_and_right(cluster, publisher):
    cluster.redis.kill()
    try:
        with Reading(cluster, publisher, 8) as seen:
            editions = [publisher.publish() for _time in range(2)]
            said = [edition_of(server) for server in (*cluster.apps, cluster.nginx)]
    finally:
        cluster.redis.start()

    assert said == [editions[-1]] * 3
    assert not seen.faults(publisher.recorded)


def test_no_reader_sees_an_old_edition_nor_two_at_once(cluster, publisher):
    with Reading(cluster, publisher, 40) as seen:
        publish_every(4, publisher, until=time.monotonic() + 12)

    assert not seen.faults(publisher.recorded)
    assert len({edition for _path, edition, _counts in seen.said}) > 2
