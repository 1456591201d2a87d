"""Reads an iCalendar feed from standard input with parsers that are not ours and writes what they saw as JSON.

The answer has one member per parser: a list of events, or null where the parser is not installed. Times are in UTC.
Needs the packages python3-icalendar and python3-vobject (Debian's names).
"""
import json
import sys
from datetime import timezone


def utc(value):
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def with_icalendar(raw):
    try:
        import icalendar
    except ImportError:
        return None
    calendar = icalendar.Calendar.from_ical(raw)
    events = []
    for event in calendar.walk("VEVENT"):
        if event.errors:
            raise ValueError(f"{event.get('UID')}: {event.errors}")
        text = {name: str(event[name]) if name in event else None for name in ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS")}
        events.append({name.lower(): value for name, value in text.items()} | {"start": utc(event["DTSTART"].dt), "end": utc(event["DTEND"].dt)})
    return events


def with_vobject(raw):
    try:
        import vobject
    except ImportError:
        return None
    calendar = next(vobject.readComponents(raw.decode("utf-8")))
    calendar.validate(raiseException=True)
    events = []
    for event in calendar.contents.get("vevent", []):
        text = {name: event.contents[name][0].value if name in event.contents else None for name in ("uid", "summary", "location", "description", "status")}
        events.append(text | {"start": utc(event.dtstart.value), "end": utc(event.dtend.value)})
    return events


raw = sys.stdin.buffer.read()
json.dump({"icalendar": with_icalendar(raw), "vobject": with_vobject(raw)}, sys.stdout)
