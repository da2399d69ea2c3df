CREATE TYPE "public"."edition_kind" AS ENUM('instant', 'digest', 'correction');--> statement-breakpoint
CREATE TYPE "public"."edition_state" AS ENUM('planned', 'held', 'missed', 'sending', 'paused', 'sent', 'empty', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."rendering_access" AS ENUM('full', 'preview');--> statement-breakpoint
CREATE TABLE "edition_renderings" (
	"edition_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"access" "rendering_access" NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "edition_renderings_edition_id_language_access_pk" PRIMARY KEY("edition_id","language","access")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" "edition_kind" NOT NULL,
	"list_id" text NOT NULL,
	"language" "language" NOT NULL,
	"state" "edition_state" NOT NULL,
	"article_ids" text[] NOT NULL,
	"period_from" timestamp with time zone,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"frozen_at" timestamp with time zone,
	"audience" integer,
	"settled_at" timestamp with time zone,
	"active_at" timestamp with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "newsletter_desk" (
	"id" integer PRIMARY KEY NOT NULL,
	"paused_at" timestamp with time zone,
	"reason" text,
	"database_identity" text,
	"seen_at" timestamp with time zone,
	CONSTRAINT "newsletter_desk_is_one" CHECK ("newsletter_desk"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "unsubscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"edition_id" uuid,
	"list_id" text,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "deliveries_open";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "complained_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "edition_renderings" ADD CONSTRAINT "edition_renderings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscriptions" ADD CONSTRAINT "unsubscriptions_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscriptions" ADD CONSTRAINT "unsubscriptions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "editions_key" ON "editions" USING btree ("key");--> statement-breakpoint
CREATE INDEX "editions_due" ON "editions" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "editions_list" ON "editions" USING btree ("list_id","due_at");--> statement-breakpoint
CREATE INDEX "editions_open" ON "editions" USING btree ("state") WHERE "editions"."state" in ('planned', 'held', 'missed', 'sending', 'paused');--> statement-breakpoint
CREATE INDEX "unsubscriptions_subscriber" ON "unsubscriptions" USING btree ("subscriber_id","created_at");--> statement-breakpoint
CREATE INDEX "unsubscriptions_edition" ON "unsubscriptions" USING btree ("edition_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_edition_open" ON "deliveries" USING btree ("edition_id","due_at") WHERE "deliveries"."state" in ('queued', 'sending') and "deliveries"."purpose" = 'newsletter';--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("due_at") WHERE "deliveries"."state" in ('queued', 'sending') and "deliveries"."purpose" <> 'newsletter';