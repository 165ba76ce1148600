"""People: who they are, what they require, how they are rewarded."""
