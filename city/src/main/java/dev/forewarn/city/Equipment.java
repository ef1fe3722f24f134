package dev.forewarn.city;

import java.util.ArrayList;
import java.util.List;

/**
 * Special equipment: devices with periodic inspections. Nothing of a device is kept: what it is and when it is due
 * follows from its number. Counts are proposed, so that 70 inspections come to 1,000 businesses a year [S54].
 */
final class Equipment {

    private static final int YEAR = 365;

    /** Inspections that are late, of a business of average trouble: proposed. */
    private static final double LATE = 0.04;

    private Equipment() {}

    /** A device: its number among those of its business, and what it is. */
    private record Device(int index, String type, int interval, int installed, int phase, boolean isPublic) {

        /** The first day of a period by whose end it is inspected; inspections are due at phase + n * interval. */
        int due(int round) {
            return phase + round * interval;
        }

        int roundAfter(int day) {
            return Math.floorDiv(day - phase, interval) + 1;
        }

        /** A new device is not inspected again within its first months. */
        int firstRound() {
            return roundAfter(installed + 120);
        }
    }

    private static List<Device> devices(Scene scene) {
        Trade trade = scene.trade();
        if (!trade.hasEquipment()) {
            return List.of();
        }
        Dice dice = scene.diceOf(Matter.DEVICES);
        int size = scene.businesses().size(scene.place()).rank();
        int count = dice.between(1 + size, 5 + 4 * size);
        int established = scene.businesses().established(scene.place());
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String type = switch (trade) {
                case MALL -> dice.chance(0.02) ? "large-ride" : "lift";
                case PROPERTY -> "lift";
                default -> dice.of("boiler", "crane", "crane", "site-vehicle", "hazardous-vessel");
            };
            int interval = YEAR * (type.equals("boiler") || type.equals("crane") ? 2 : 1);
            int installed = established + dice.below(60);
            devices.add(new Device(i, type, interval, installed, dice.below(interval), trade != Trade.PLANT));
        }
        return devices;
    }

    private static String key(Scene scene, Device device) {
        return "DEV-" + scene.number() + "-" + device.index();
    }

    private static Draft registered(Scene scene, Device device, int due) {
        Draft draft = scene.fact(
                        Kind.EQUIPMENT_REGISTERED, key(scene, device), CityDays.at(device.installed(), 10 * 3_600_000L))
                .aboutItself()
                .in(scene.domain())
                .dueOn(due)
                .with("class", device.type());
        return device.isPublic() ? draft.with("public_place", "true") : draft;
    }

    /** Its devices as they are registered, each due the first time after a day. */
    static List<Draft> registered(Scene scene, int day) {
        List<Draft> drafts = new ArrayList<>();
        for (Device device : devices(scene)) {
            drafts.add(registered(scene, device, device.due(round(device, day))));
        }
        return drafts;
    }

    /** The round whose inspection is told in the month in which its last thirty days begin. */
    private static int round(Device device, int from) {
        return Math.max(device.firstRound(), device.roundAfter(from + 29));
    }

    static void live(Scene scene, int from, int to) {
        for (Device device : devices(scene)) {
            int round = round(device, from);
            if (device.due(round) - 30 < to) {
                inspect(scene, device, round);
            }
        }
    }

    private static void inspect(Scene scene, Device device, int round) {
        int due = device.due(round);
        Dice dice = scene.dice();
        boolean isLate = scene.happens(LATE, Group.QUALITY, due);
        int day = isLate ? due + dice.between(2, 90) : due - dice.between(2, 29);
        boolean isFailed = scene.happens(0.03, Group.QUALITY, day);
        scene.send(scene.fact(Kind.EQUIPMENT_INSPECTED, day)
                .about(key(scene, device))
                .in(scene.domain())
                .with("result", isFailed ? "failed" : "passed"));
        // Corrected by each inspection: one version more for each round.
        Draft next = registered(scene, device, device.due(round + 1)).version(1 + round - device.firstRound());
        scene.sendAt(next, CityDays.at(CityDays.officeDay(day) + 1, 9 * 3_600_000L) + dice.below(3_600_000));
    }

    static String someDevice(Scene scene) {
        List<Device> devices = devices(scene);
        return key(scene, devices.get(scene.dice().below(devices.size())));
    }
}
