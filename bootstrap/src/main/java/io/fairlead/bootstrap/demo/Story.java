package io.fairlead.bootstrap.demo;

import java.util.List;

/** One reason for devices to move. */
interface Story {

    List<Story> ALL = List.of(new Geolocation(), new MultiTenancy(), new SolutionChange(), new Quarantine());

    String title();

    /** Why such devices move and what must happen to their state. */
    String why();

    /** Plays it to its end. @throws StoryDiffers when anything else happens than the story says */
    void play(Stage stage);
}
