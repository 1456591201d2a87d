"""Reads an iCalendar feed with times in zones from standard input and writes when its events are, as parsers that are not ours see it, as JSON.

The answer has one member per parser: a list of events, or null where the parser is not installed. Times are in UTC.
Needs the packages python3-icalendar, python3-dateutil (which comes with python3-vobject) and gir1.2-ical-3.0 with python3-gi (Debian's names).
"""
import io
import json
import re
import sys
from datetime import datetime, timezone


def utc(value):
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def with_icalendar(raw):
    try:
        import icalendar
    except ImportError:
        return None
    if b";UNTIL=" in raw:
        # Version 4 refuses an end in UTC, the only one that RFC 5545 allows in a VTIMEZONE.
        return None
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    return [{"uid": str(event["UID"]), "start": utc(event["DTSTART"].dt), "end": utc(event["DTEND"].dt)} for event in events]


def with_dateutil(raw):
    # What vobject reads zones with. Vobject itself takes a zone for UTC that is so early in the century.
    try:
        from dateutil.tz import tzical
    except ImportError:
        return None
    text = raw.decode("utf-8").replace("\r\n ", "").replace("\r\n", "\n")
    zones = tzical(io.StringIO("".join(zone + "END:VTIMEZONE\n" for zone in re.findall("BEGIN:VTIMEZONE.*?(?=END:VTIMEZONE)", text, re.S))))

    def at(name, event):
        zone, time = re.search(f"^{name};TZID=([^:]*):(.*)$", event, re.M).groups()
        return utc(datetime.strptime(time, "%Y%m%dT%H%M%S").replace(tzinfo=zones.get(zone)))

    return [{"uid": re.search("^UID:(.*)$", event, re.M)[1], "start": at("DTSTART", event), "end": at("DTEND", event)} for event in text.split("BEGIN:VEVENT")[1:]]


def with_libical(raw):
    try:
        import gi
        gi.require_version("ICalGLib", "3.0")
        from gi.repository import ICalGLib
    except (ImportError, ValueError):
        return None
    calendar = ICalGLib.Component.new_from_string(raw.decode("utf-8"))
    calendar.check_restrictions()
    zone_of_utc, events = ICalGLib.Timezone.get_utc_timezone(), []

    def at(time):
        # The zones of the calendar itself: libical knows others by their names.
        zone = calendar.get_timezone(time.get_tzid()) if time.get_tzid() else None
        time.set_timezone(zone) if zone else None
        time = time.convert_to_zone(zone_of_utc)
        return "%04d-%02d-%02dT%02d:%02d:%02dZ" % (time.get_year(), time.get_month(), time.get_day(), time.get_hour(), time.get_minute(), time.get_second())

    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    while event is not None:
        events.append({"uid": event.get_uid(), "start": at(event.get_dtstart()), "end": at(event.get_dtend())})
        event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    broken = [p.as_ical_string() for p in errors(calendar, ICalGLib)]
    if broken:
        raise ValueError(broken)
    return events


def errors(component, ical):
    found = component.get_first_property(ical.PropertyKind.XLICERROR_PROPERTY)
    while found is not None:
        yield found
        found = component.get_next_property(ical.PropertyKind.XLICERROR_PROPERTY)
    part = component.get_first_component(ical.ComponentKind.ANY_COMPONENT)
    while part is not None:
        yield from errors(part, ical)
        part = component.get_next_component(ical.ComponentKind.ANY_COMPONENT)


raw = sys.stdin.buffer.read()
json.dump({"icalendar": with_icalendar(raw), "dateutil": with_dateutil(raw), "libical": with_libical(raw)}, sys.stdout)
