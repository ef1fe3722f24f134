package dev.forewarn.city;

/** Products, kitchens, sensors and devices: what is reported when something is bad. Shares are proposed. */
final class Products {

    private Products() {}

    static void adverseEvent(Scene scene, int day) {
        Dice dice = scene.dice();
        boolean isSerious = dice.chance(0.12);
        // Few products each, so that several reports may be about one of them.
        String product = "P" + scene.businesses().number(scene.place()) % 1_000 + "-" + dice.below(4);
        Draft report = scene.fact(Kind.ADVERSE__EVENT_REPORTED, day)
                .about(product)
                .in(scene.domain())
                .graded(isSerious ? "serious" : "general")
                .with("field", String.valueOf(scene.domain()))
                .with("batch", product + "-" + CityDays.monthOf(day));
        if (isSerious && dice.chance(0.02)) {
            report.with("outcome", "death");
        }
        scene.send(report);
    }

    static void cluster(Scene scene, int day) {
        scene.send(scene.fact(Kind.ADVERSE__EVENT_CLUSTERED, day)
                .about("P" + scene.dice().below(1_000))
                .in(scene.domain()));
    }

    static void recall(Scene scene, int day, Kind kind) {
        Dice dice = scene.dice();
        double point = dice.unit();
        String field = scene.trade().isFood() ? "food" : scene.domain();
        Draft recall = scene.fact(kind, day)
                .about("B" + dice.between(100_000, 999_999))
                .in(scene.domain())
                .with("class", point < 0.1 ? "1" : point < 0.5 ? "2" : "3");
        if (field != null) {
            recall.with("field", field);
        }
        scene.send(recall);
        if (kind == Kind.RECALL_ORDERED && dice.chance(0.05)) {
            scene.send(scene.fact(Kind.RECALL_REFUSED, day + 10).in(scene.domain()));
        }
    }

    static void injury(Scene scene, int day) {
        scene.send(scene.fact(Kind.INJURY_REPORTED, day)
                .about("P" + scene.dice().below(1_000))
                .in(scene.domain())
                .with("field", "industrial-product"));
    }

    static void temperature(Scene scene, int day) {
        Dice dice = scene.dice();
        scene.send(scene.fact(Kind.TEMPERATURE_EXCURSION, day)
                .about("sensor-" + dice.between(1, 3))
                .in(scene.domain())
                .with("minutes", Math.round(dice.logNormal(25, 1)))
                .with("lowest_celsius", dice.chance(0.1) ? -dice.between(1, 4) : dice.between(2, 7))
                .with("goods", scene.trade() == Trade.PHARMACY ? dice.of("medicine", "vaccine", "biologic") : "food"));
    }

    static void sensorSilent(Scene scene, int day) {
        scene.send(scene.fact(Kind.SENSOR_SILENT, day)
                .about("sensor-" + scene.dice().between(1, 3))
                .in(scene.domain())
                .with("minutes", Math.round(scene.dice().logNormal(60, 1))));
    }

    static void traceGap(Scene scene, int day) {
        double missing = Math.min(1, scene.dice().exponential(0.08));
        scene.send(scene.fact(Kind.TRACE_GAP, day)
                .in(scene.domain())
                .with("missing_ratio", Math.round(missing * 1_000) / 1_000.0));
    }

    static void salesAbnormal(Scene scene, int day) {
        scene.send(scene.fact(Kind.SALES_ABNORMAL, day)
                .about("item-" + scene.dice().between(1, 5))
                .in(scene.domain()));
    }

    static void poisoning(Scene scene, int day) {
        Draft suspicion = scene.fact(Kind.FOOD__POISONING_SUSPECTED, day)
                .in(scene.domain())
                .with("persons", 1 + (int) scene.dice().exponential(1));
        scene.send(suspicion.about("meal " + suspicion.key()));
        Supervision.forCause(scene, day + 1);
    }

    static void simple(Scene scene, int day, Kind kind) {
        scene.send(scene.fact(kind, day).in(scene.domain()));
    }

    static void trapped(Scene scene, int day) {
        // One lift that traps people often traps them again.
        String device = Equipment.someDevice(scene);
        int times = scene.trouble(Group.QUALITY, day) > 4 && scene.dice().chance(0.3) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            scene.send(scene.fact(
                            Kind.EQUIPMENT_PASSENGER__TRAPPED,
                            day + i * scene.dice().between(1, 20))
                    .about(device)
                    .in(scene.domain()));
        }
    }

    static void hiddenDanger(Scene scene, int day) {
        scene.send(scene.fact(Kind.HIDDEN__DANGER_FOUND, day)
                .about(Equipment.someDevice(scene))
                .in(scene.domain())
                .graded(scene.happens(0.2, Group.QUALITY, day) ? "serious" : "general"));
        Supervision.order(scene, day);
    }

    static void runOverdue(Scene scene, int day) {
        scene.send(scene.fact(Kind.EQUIPMENT_RUN__OVERDUE, day)
                .about(Equipment.someDevice(scene))
                .in(scene.domain()));
        Supervision.order(scene, day);
    }

    static void accident(Scene scene, int day) {
        scene.send(scene.fact(Kind.ACCIDENT_RESPONSIBLE, day)
                .in(scene.domain())
                .graded(scene.dice().chance(0.1) ? "serious" : "general")
                .with("field", "special-equipment"));
        Supervision.caseFiled(scene, day + 5);
    }
}
