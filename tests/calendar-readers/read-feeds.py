"""Reads the iCalendar files of a folder with a parser that is not ours and writes for each a line of JSON: what it saw and what it found wrong.

    read-feeds.py icalendar|vobject|libical [FOLDER]

Times are in UTC. Without a folder it only says, by ending with 3, whether the parser is missing here. Debian's packages are python3-icalendar,
python3-vobject and, for libical, python3-gi with gir1.2-ical-3.0.
"""
import json
import sys
from datetime import datetime, timezone
from pathlib import Path

MISSING = 3
TEXTS = ("uid", "summary", "location", "description", "status")


def utc(value, errors, uid):
    if not isinstance(value, datetime) or value.tzinfo is None:
        errors.append(f"{uid}: a time without a zone")
        return str(value)
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


# Icalendar 4 parts categories also at commas that belong to them; joined again they are the same to all.
def joined(categories):
    return ",".join(str(category) for category in categories) or None


def icalendar():
    from icalendar import Calendar

    def read(raw, errors):
        calendar = Calendar.from_ical(raw)
        errors.extend(f"{part.name} {part.get('UID')}: {wrong}" for part in calendar.walk() for wrong in part.errors)
        for event in calendar.walk("VEVENT"):
            seen = {name: str(event[name]) if name in event else None for name in TEXTS}
            categories = joined(event["CATEGORIES"].cats if "CATEGORIES" in event else [])
            yield seen | {name: utc(event[of].dt, errors, seen["uid"]) for name, of in (("start", "DTSTART"), ("end", "DTEND"))} | {"categories": categories}

    return read


def vobject():
    from vobject import icalendar as vobject_calendar, readComponents

    zones = vars(vobject_calendar)["__tzidMap"]
    known = dict(zones)

    def read(raw, errors):
        # It would keep the zones of the files before, and a file has to do with its own.
        zones.clear()
        zones.update(known)
        calendar, *more = readComponents(raw.decode("utf-8"))
        if more:
            errors.append("more than one calendar")
        calendar.validate(raiseException=True)
        for event in calendar.contents.get("vevent", []):
            seen = {name: event.contents[name][0].value if name in event.contents else None for name in TEXTS}
            categories = joined(event.contents["categories"][0].value if "categories" in event.contents else [])
            yield seen | {name: utc(event.contents[of][0].value, errors, seen["uid"]) for name, of in (("start", "dtstart"), ("end", "dtend"))} | {"categories": categories}

    return read


def libical():
    import gi

    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib as ical

    # A component knows one place in itself at a time, which asking it for anything else may move: hence lists.
    def listed(first, following, kind):
        found = [first(kind)]
        while found[-1]:
            found.append(following(kind))
        return found[:-1]

    def children(component):
        return listed(component.get_first_component, component.get_next_component, ical.ComponentKind.ANY_COMPONENT)

    def properties(component, kind):
        return listed(component.get_first_property, component.get_next_property, kind)

    def complaints(component):
        for found in properties(component, ical.PropertyKind.XLICERROR_PROPERTY):
            yield f"{component.isa().value_nick} {component.get_uid()}: {found.get_xlicerror()}"
        for child in children(component):
            yield from complaints(child)

    def instant(time, errors, uid):
        zone = time.get_timezone()
        if zone is None:
            errors.append(f"{uid}: a time without a zone")
        return datetime.fromtimestamp(time.as_timet_with_zone(zone), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def read(raw, errors):
        calendar = ical.Component.new_from_string(raw.decode("utf-8"))
        if calendar is None or calendar.isa() != ical.ComponentKind.VCALENDAR_COMPONENT:
            errors.append("not one calendar")
            return
        if not ical.restriction_check(calendar) or calendar.count_errors() > 0:
            errors.append(f"{calendar.count_errors()} errors")
        errors.extend(complaints(calendar))
        for event in children(calendar):
            if event.isa() != ical.ComponentKind.VEVENT_COMPONENT:
                continue
            uid = event.get_uid()
            statuses = [found.get_value_as_string() for found in properties(event, ical.PropertyKind.STATUS_PROPERTY)]
            yield {
                "uid": uid, "summary": event.get_summary(), "location": event.get_location(), "description": event.get_description(),
                "status": next(iter(statuses), None),
                "start": instant(event.get_dtstart(), errors, uid), "end": instant(event.get_dtend(), errors, uid),
                "categories": joined(found.get_categories() for found in properties(event, ical.PropertyKind.CATEGORIES_PROPERTY)),
            }

    return read


def main(parser, folder=None):
    try:
        read = {"icalendar": icalendar, "vobject": vobject, "libical": libical}[parser]()
    except (ImportError, ValueError) as reason:
        print(reason, file=sys.stderr)
        return MISSING
    for path in sorted(Path(folder).glob("*.ics")) if folder else []:
        events, errors = [], []
        try:
            events.extend(read(path.read_bytes(), errors))
        except Exception as reason:
            errors.append(repr(reason))
        print(json.dumps({"file": path.name, "events": events, "errors": errors}))
    return 0


sys.exit(main(*sys.argv[1:]))
