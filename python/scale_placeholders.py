"""Sets how many placeholders the hub has, which is how much room is kept free.

Usage: scale.py REPLICAS FIRST LAST ZONE, where FIRST and LAST are days (2026-08-26) between which this holds, and ZONE is the
time zone of the schedule. Outside of them, such as after the term, nothing is done.
"""

import json
import ssl
import sys
import urllib.request
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

ACCOUNT = Path("/var/run/secrets/kubernetes.io/serviceaccount")
SERVER = "https://kubernetes.default.svc"


def applies(first: date, last: date, zone: str) -> bool:
    """Without the zone's rules the day is known to within one."""
    try:
        return first <= datetime.now(ZoneInfo(zone)).date() <= last
    except (KeyError, ValueError, OSError):
        today = datetime.now(timezone.utc).date()
        return first - timedelta(days=1) <= today <= last + timedelta(days=1)


def scale(replicas: int) -> None:
    namespace = (ACCOUNT / "namespace").read_text()
    request = urllib.request.Request(
        f"{SERVER}/apis/apps/v1/namespaces/{namespace}/statefulsets/user-placeholder/scale",
        data=json.dumps({"spec": {"replicas": replicas}}).encode(),
        headers={
            "Authorization": f"Bearer {(ACCOUNT / 'token').read_text()}",
            "Content-Type": "application/merge-patch+json",
        },
        method="PATCH",
    )
    context = ssl.create_default_context(cafile=str(ACCOUNT / "ca.crt"))
    with urllib.request.urlopen(request, context=context, timeout=60) as answer:
        print(f"{replicas} placeholders: {answer.status}")


def main(replicas: str, first: str, last: str, zone: str) -> None:
    if applies(date.fromisoformat(first), date.fromisoformat(last), zone):
        scale(int(replicas))
    else:
        print(f"nothing to do: this is for {first} to {last}")


if __name__ == "__main__":
    main(*sys.argv[1:])
